import { onMongo } from '../../support/newsroom/onMongo.ts'
import { killedLoadingPromises } from '../suites/killedLoading.suite.ts'

await onMongo(
  'cms-mongo-loading',
  'a killed loading on MongoDB',
  ({ url }) => killedLoadingPromises(() => url, [0.5]),
  true,
)
