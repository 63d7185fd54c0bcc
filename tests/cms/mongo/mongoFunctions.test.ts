import { onMongo } from '../../support/newsroom/onMongo.ts'
import { functionPromises } from '../suites/functions.suite.ts'

await onMongo('cms-mongo-functions', 'the functions behind the pages of the admin, on MongoDB', ({ url }) =>
  functionPromises(() => url),
)
