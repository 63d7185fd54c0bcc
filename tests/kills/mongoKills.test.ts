import { onMongo } from '../support/newsroom/onMongo.ts'
import { killPromises } from './kills.suite.ts'

await onMongo('kills-mongo', 'kills on MongoDB', ({ url }) => killPromises('MongoDB', () => url), true)
