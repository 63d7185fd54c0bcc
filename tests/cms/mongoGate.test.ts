import { onMongo } from '../support/onMongo.ts'
import { gatePromises } from './gate.suite.ts'

await onMongo('cms-mongo-gate', 'before Payload is asked, on MongoDB', ({ url }) => gatePromises(() => url))
