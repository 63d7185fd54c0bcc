import { backupPromises } from './suites/backup.suite.ts'

backupPromises(
  () => undefined,
  () => undefined,
)
