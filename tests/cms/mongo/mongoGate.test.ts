import { onMongo } from '../../support/newsroom/onMongo.ts'
import { gatePromises } from '../suites/gate.suite.ts'

await onMongo('cms-mongo-gate', 'before Payload is asked, on MongoDB', ({ url }) => gatePromises(() => url))
