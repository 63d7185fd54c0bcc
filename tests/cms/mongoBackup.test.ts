import { onMongo } from '../support/onMongo.ts'
import { backupPromises } from './backup.suite.ts'

await onMongo('cms-mongo-backup', 'a backup of MongoDB', ({ url }) =>
  backupPromises(
    () => url,
    (name) => url.replace('/shaoxiang', `/shaoxiang-${name}`),
  ),
)
