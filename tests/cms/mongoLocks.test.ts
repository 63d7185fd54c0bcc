import { onMongo } from '../support/onMongo.ts'
import { lockPromises } from './locks.suite.ts'

await onMongo('cms-mongo-locks', 'the collections of the library, on MongoDB', ({ url }) =>
  lockPromises(() => url),
)
