import { onMongo } from '../../support/newsroom/onMongo.ts'
import { killedLoadingPromises } from '../suites/killedLoading.suite.ts'

await onMongo(
  'cms-mongo-loading',
  'a killed loading on MongoDB',
  ({ url }) => killedLoadingPromises(() => url, [1900]),
  true,
)
