import { readFileSync } from 'node:fs'
import type { Payload } from 'payload'

type File = { client: { execute: (sql: string) => Promise<{ rows: { file: string }[] }> } }

/** The file of SQLite and its log as text, with what stands in their free pages; nothing of MongoDB. */
export async function filesOfDatabase({ db }: Payload): Promise<string> {
  if (db.name !== 'sqlite') return ''
  const { rows } = await (db as unknown as File).client.execute('PRAGMA database_list')
  const [{ file }] = rows as [{ file: string }]
  return [file, `${file}-wal`].map((name) => readFileSync(name, 'utf8')).join('\n')
}
