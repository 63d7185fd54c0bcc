// npm run backup [-- FILE]: one file with database and photos of one moment, while editors write. Prints its path.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { readJournal } from './backups/journal.ts'
import { backupPath, makeBackup } from './backups/makeBackup.ts'
import { databasePlace } from './backups/place.ts'
import { takeLock } from './processes/children/lock.ts'
import { commandArguments } from './processes/command/commandArguments.ts'
import { endWith } from './processes/command/commandEnd.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { productVersion } from './processes/command/productVersion.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'

await endWith('备份', async () => {
  const environment = readProcessEnvironment()
  const { dataDir } = environment
  const now = new Date()
  const [given] = commandArguments({ usage: 'npm run backup [-- 文件]', words: { least: 0, most: 1 } }).words
  const file = given ? path.resolve(given) : backupPath(dataDir, 'shaoxiang', now)
  if (existsSync(file)) throw new Refusal(`${file} 已经有了：请换一个文件名`, EXIT.unexpected)
  const lock = takeLock(path.join(dataDir, 'backup.lock'))
  if (!lock) throw new Refusal('这个 DATA_DIR 正在做另一次备份或恢复：等它结束再来', EXIT.taken)
  if (readJournal(dataDir))
    throw new Refusal('上次恢复停在一半：先运行 npm start，它会先把恢复做完', EXIT.data)
  const head = await makeBackup({
    dataDir,
    database: databasePlace(environment),
    file,
    version: productVersion(),
    now,
  })
  for (const name of head.missing) console.error(`数据库提到的照片 ${name} 不在磁盘上，备份里没有它`)
  lock.release()
  console.log(file)
})
