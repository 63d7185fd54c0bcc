// A child that restores DATA_DIR from the file of its first argument and kills itself at the step of its second.
import path from 'node:path'
import { restoreBackup } from '../../../scripts/backups/restoreBackup.ts'

const [dataDir, file, at] = process.argv.slice(2) as [string, string, string]
await restoreBackup({
  dataDir,
  database: { kind: 'sqlite', file: path.join(dataDir, 'shaoxiang.db') },
  file,
  version: '0',
  now: new Date('2030-01-01T00:00:00Z'),
  step: (name) => {
    process.stdout.write(`${name}\n`)
    if (name === at) process.kill(process.pid, 'SIGKILL')
  },
})
