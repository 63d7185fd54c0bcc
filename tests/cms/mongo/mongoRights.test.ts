import { onMongo } from '../../support/newsroom/onMongo.ts'
import { rightsPromises } from '../suites/rights.suite.ts'

await onMongo('cms-mongo-rights', 'the matrix of rights on MongoDB', ({ url }) => rightsPromises(() => url))
