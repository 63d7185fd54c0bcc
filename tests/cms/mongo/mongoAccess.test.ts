import { onMongo } from '../../support/newsroom/onMongo.ts'
import { accessPromises } from '../suites/access.suite.ts'

await onMongo('cms-mongo-access', 'who may do what on MongoDB', ({ url }) => accessPromises(() => url))
