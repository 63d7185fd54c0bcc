import { backupPromises } from './backup.suite.ts'

backupPromises(
  () => undefined,
  () => undefined,
)
