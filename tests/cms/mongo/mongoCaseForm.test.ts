import { onMongo } from '../../support/newsroom/onMongo.ts'
import { caseFormPromises } from '../suites/caseForm.suite.ts'

await onMongo('cms-mongo-case-form', 'entering a case on MongoDB', ({ url }) => caseFormPromises(() => url))
