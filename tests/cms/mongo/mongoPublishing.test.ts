import { onMongo } from '../../support/newsroom/onMongo.ts'
import { publishingPromises } from '../suites/publishing.suite.ts'

await onMongo('cms-mongo', 'publishing on MongoDB', ({ url }) => publishingPromises(() => url))
