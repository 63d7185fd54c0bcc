import { onMongo } from '../support/onMongo.ts'
import { upgradePromises } from './upgrade.suite.ts'

await onMongo('cms-mongo-upgrade', 'an installation of the code before on MongoDB', ({ url }) =>
  upgradePromises(() => url),
)
