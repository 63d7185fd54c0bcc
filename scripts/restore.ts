// npm run restore -- FILE: puts a backup in place of what is there. 0, 3 while the product runs, 4 not a backup.
import path from 'node:path'
import { finishRestore } from './backups/finishRestore.ts'
import { livingPublisher } from './backups/livingPublisher.ts'
import { databasePlace } from './backups/place.ts'
import { restoreBackup } from './backups/restoreBackup.ts'
import { takeLock } from './processes/children/lock.ts'
import { commandArguments } from './processes/command/commandArguments.ts'
import { endWith } from './processes/command/commandEnd.ts'
import { readProcessEnvironment } from './processes/command/environment.ts'
import { productVersion } from './processes/command/productVersion.ts'
import { EXIT, Refusal } from './processes/command/refusal.ts'

/** Who holds what while the product, a publisher or a backup works on a `DATA_DIR`. */
const LOCKS = {
  'start.lock': '正在运行',
  'publisher.lock': '有发布进程在工作',
  'backup.lock': '正在做备份或恢复',
}

await endWith('恢复', async () => {
  const environment = readProcessEnvironment()
  const { dataDir } = environment
  const usage = 'npm run restore -- 备份文件'
  const [given] = commandArguments({ usage, words: { least: 1, most: 1 } }).words as [string]
  const file = path.resolve(given)
  const locks = Object.entries(LOCKS).map(([name, what]) => {
    const lock = takeLock(path.join(dataDir, name))
    if (lock) return lock
    throw new Refusal(`这个 DATA_DIR（${dataDir}）${what}：先停掉它再恢复。什么都没有改动`, EXIT.taken)
  })
  const holder = environment.databaseFile === null && (await livingPublisher(environment.DATABASE_URL ?? ''))
  if (holder)
    throw new Refusal(`另一台机器（${holder}）正在用这个库发布：先停掉它再恢复。什么都没有改动`, EXIT.taken)
  const earlier = await finishRestore(dataDir, environment.DATABASE_URL)
  if (earlier) console.log(`先做完了上次停在一半的恢复：${earlier.backup}`)
  const o = {
    dataDir,
    database: databasePlace(environment),
    file,
    version: productVersion(),
    now: new Date(),
  }
  const { head, before } = await restoreBackup(o)
  for (const lock of locks) lock.release()
  if (before.length > 0) console.log(`恢复前的内容在：\n${before.map((each) => `  ${each}`).join('\n')}`)
  for (const name of head.missing) console.log(`照片 ${name} 做备份时就已经不在了`)
  console.log(`已恢复到 ${head.madeAt} 的备份。现在可以运行 npm start：它会和公开网站核对，再发布不同的地方`)
})
