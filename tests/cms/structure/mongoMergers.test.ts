import { onMongo } from '../../support/newsroom/onMongo.ts'
import { mergerPromises } from './mergers.suite.ts'

await onMongo('cms-mongo-mergers', 'merging and renaming on MongoDB', ({ url }) => mergerPromises(() => url))
