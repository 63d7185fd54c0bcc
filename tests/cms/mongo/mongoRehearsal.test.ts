import { onMongo } from '../../support/newsroom/onMongo.ts'
import { rehearsalPromises } from '../suites/rehearsal.suite.ts'

await onMongo('cms-mongo-rehearsal', 'the rehearsal on MongoDB', ({ url }) => rehearsalPromises(() => url))
