import type { Payload } from 'payload'
import { refuse } from '../hooks/refuse.ts'

type File = { client: { executeMultiple: (sql: string) => Promise<void> } }

/**
 * Writes the file of SQLite anew, without the pages and the log in which old rows still stand: what was erased is nowhere
 * in it then. Takes seconds for a large newsroom, in which nobody saves. Throws in words where it could not, for example
 * on a full disk. MongoDB keeps no such pages.
 */
export async function wipeFreePages({ db }: Payload): Promise<void> {
  if (db.name !== 'sqlite') return
  try {
    await (db as unknown as File).client.executeMultiple('VACUUM; PRAGMA wal_checkpoint(TRUNCATE);')
  } catch {
    refuse('已经清除，但数据库文件里的旧页没有擦掉（磁盘满了？）：请腾出空间，再清除一次', 507)
  }
}
