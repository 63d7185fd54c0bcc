import { onMongo } from '../../support/newsroom/onMongo.ts'
import { upgradePromises } from '../suites/upgrade.suite.ts'

await onMongo(
  'cms-mongo-upgrade',
  'an installation of the code before on MongoDB',
  ({ url }) => upgradePromises(() => url),
  true,
)
