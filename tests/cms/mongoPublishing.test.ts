import { onMongo } from '../support/onMongo.ts'
import { publishingPromises } from './publishing.suite.ts'

await onMongo('cms-mongo', 'publishing on MongoDB', ({ url }) => publishingPromises(() => url))
