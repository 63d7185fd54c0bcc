import { onMongo } from '../support/newsroom/onMongo.ts'
import { importKillPromises } from './importKills.suite.ts'

await onMongo(
  'kills-mongo-imports',
  'imports killed on MongoDB',
  ({ url }) => importKillPromises('MongoDB', () => url),
  true,
)
