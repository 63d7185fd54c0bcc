import { onMongo } from '../../support/newsroom/onMongo.ts'
import { lockPromises } from '../suites/locks.suite.ts'

await onMongo('cms-mongo-locks', 'the collections of the library, on MongoDB', ({ url }) =>
  lockPromises(() => url),
)
