import { onMongo } from '../../support/newsroom/onMongo.ts'
import { accountPromises } from '../suites/accounts.suite.ts'

await onMongo('cms-mongo-accounts', 'people and passwords, on MongoDB', ({ url }) =>
  accountPromises(() => url),
)
