import { existsSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { ROOT } from '../processes/command/environment.ts'
import { EXIT, Refusal } from '../processes/command/refusal.ts'
import { inspectDatabase, migrationNames } from '../processes/install/databaseFile.ts'

/** How long another process may hold the file, in milliseconds. */
const BUSY_TIMEOUT = 10_000

/**
 * Copies an SQLite database as it is at one moment, while others write: one read transaction, which under WAL holds
 * up nobody. Not in a process that has the file open with another SQLite library: they take each other's locks away. The copy is written anew, so what was deleted is in no free page of it. Returns the photos it names.
 * @throws {Refusal} 4 in words when there is no whole database of this product
 */
export function copySqlite(file: string, to: string): string[] {
  if (!isOurs(file)) throw new Refusal(`还没有可备份的数据库：${file}。请先运行 npm start`, EXIT.data)
  const database = new DatabaseSync(file)
  try {
    database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT}`)
    database.prepare('VACUUM INTO ?').run(to)
  } finally {
    database.close()
  }
  const copy = new DatabaseSync(to)
  try {
    const rows = copy.prepare('SELECT filename FROM media WHERE filename IS NOT NULL').all()
    return rows.map(({ filename }) => String(filename))
  } finally {
    copy.close()
  }
}

/** Whether a file is a whole database with this product's tables. Throws a Refusal (4) in words when it is damaged, newer or another's. */
export function isOurs(file: string): boolean {
  const migrations = migrationNames(path.join(ROOT, 'cms', 'src', 'migrations', 'sqlite'))
  return existsSync(file) && inspectDatabase(file, migrations, false).exists
}
