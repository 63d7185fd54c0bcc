import { onMongo } from '../../support/newsroom/onMongo.ts'
import { contractPromises } from '../suites/contract.suite.ts'

await onMongo('cms-mongo-contract', 'the contract of the newsroom on MongoDB', ({ url }) =>
  contractPromises(() => url),
)
