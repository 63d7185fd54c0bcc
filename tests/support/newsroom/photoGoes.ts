// A child that backs up DATA_DIR's database and photos to a file while a photo goes in between: every time, or only the first.
import { renameSync } from 'node:fs'
import path from 'node:path'
import { makeBackup } from '../../../scripts/backups/makeBackup.ts'
import { databasePlace } from '../../../scripts/backups/place.ts'
import { readProcessEnvironment } from '../../../scripts/processes/command/environment.ts'

const [file, photo, often] = process.argv.slice(2) as [string, string, string]
const environment = readProcessEnvironment()
const at = path.join(environment.dataDir, 'media', photo)
let looks = 0
await makeBackup({
  dataDir: environment.dataDir,
  database: databasePlace(environment),
  file,
  version: '0',
  now: new Date(),
  step: () => {
    looks++
    if (looks === 1) renameSync(at, `${at}.gone`)
    else if (often === 'once') renameSync(`${at}.gone`, at)
  },
})
if (often !== 'once') renameSync(`${at}.gone`, at)
console.log(looks)
