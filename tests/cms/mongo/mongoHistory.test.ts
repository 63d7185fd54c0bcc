import { onMongo } from '../../support/newsroom/onMongo.ts'
import { historyPromises } from '../suites/history.suite.ts'

await onMongo('cms-mongo-history', 'the history, on MongoDB', ({ url }) => historyPromises(() => url))
