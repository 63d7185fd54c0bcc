import { onMongo } from '../support/onMongo.ts'
import { accountPromises } from './accounts.suite.ts'

await onMongo('cms-mongo-accounts', 'people and passwords, on MongoDB', ({ url }) =>
  accountPromises(() => url),
)
