import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { refuse } from '../hooks/refuse.ts'
import { leftOver } from './leftOver.ts'

type Answer = { rows: Record<string, unknown>[] }
type Database = { client: { execute: (sql: string) => Promise<Answer> } }

/** How often the log is emptied before others count as reading it for too long, and after how many milliseconds again. */
const ATTEMPTS = 10
const AGAIN_AFTER = 500

/**
 * Sees to it that words which were erased are nowhere in the file of SQLite or its log, free pages included. The
 * connections of this newsroom overwrite what they delete (`secure_delete`), so that most often the log only has to be
 * emptied. Where the file still holds them, from a time before or moved by SQLite, it is written anew: that takes seconds
 * for a large newsroom, in which nobody saves. Throws in words where it could not, for example on a full disk. MongoDB
 * keeps no such pages.
 */
export async function wipeFreePages({ db }: Payload, words: string): Promise<void> {
  if (db.name !== 'sqlite') return
  const { client } = db as unknown as Database
  try {
    await emptyLog(client)
    const { rows } = await client.execute('PRAGMA database_list')
    if (!(await leftOver(String(rows[0]?.file), words))) return
    await client.execute('VACUUM')
    await emptyLog(client)
  } catch {
    refuse('已经清除，但数据库文件里的旧页没有擦掉（磁盘满了？）：请腾出空间，再清除一次', 507)
  }
}

/** Moves what stands in the log into the file and cuts it to nothing. Throws while somebody reads from it for seconds. */
async function emptyLog(client: Database['client']): Promise<void> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const { rows } = await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
    if (Number(rows[0]?.busy) === 0) return
    await pause(AGAIN_AFTER)
  }
  throw new Error('the log of the database is being read')
}
