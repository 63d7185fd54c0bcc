import { onMongo } from '../support/onMongo.ts'
import { killedLoadingPromises } from './killedLoading.suite.ts'

await onMongo('cms-mongo-loading', 'a killed loading on MongoDB', ({ url }) =>
  killedLoadingPromises(() => url, [1900]),
)
