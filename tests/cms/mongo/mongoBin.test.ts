import { onMongo } from '../../support/newsroom/onMongo.ts'
import { binPromises } from '../bin/bin.suite.ts'

await onMongo('cms-mongo-bin', 'the bin on MongoDB', ({ url }) => binPromises(() => url))
