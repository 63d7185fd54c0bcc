import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Payload } from 'payload'

type Client = { client: { execute: (sql: string) => Promise<unknown> } }
/** Files that share a process migrate one empty SQLite file; it is kept beside their modules, which each loads anew. */
const kept = globalThis as typeof globalThis & { migratedFile?: Buffer }

const fileIn = (dataDir: string) => path.join(dataDir, 'shaoxiang.db')

/** Lays the file of a migrated newsroom with nothing in it into a folder, once there is one. */
export function layMigratedFile(dataDir: string): void {
  if (kept.migratedFile) writeFileSync(fileIn(dataDir), kept.migratedFile)
}

/** Keeps the file of a newsroom that was just migrated, for those that come after. */
export async function keepMigratedFile({ db }: Payload, dataDir: string): Promise<void> {
  if (kept.migratedFile) return
  await (db as unknown as Client).client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  kept.migratedFile = readFileSync(fileIn(dataDir))
}
