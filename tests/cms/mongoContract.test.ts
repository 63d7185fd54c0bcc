import { onMongo } from '../support/onMongo.ts'
import { contractPromises } from './contract.suite.ts'

await onMongo(
  'cms-mongo-contract',
  'the contract of the newsroom on a MongoDB replica set of three',
  ({ url }) => contractPromises(() => url),
  3,
)
