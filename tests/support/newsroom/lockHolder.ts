import { fork } from 'node:child_process'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

const IS_CHILD = process.argv[2] === '--holds'

/** Another process at an SQLite file: two libraries in one process do not see each other's locks. */
export type LockHolder = {
  /** Runs SQL there; null, or what SQLite said against it within a second. */
  run: (sql: string) => Promise<string | null>
  /** Whether a write could begin there within a second. */
  isFree: () => Promise<boolean>
  end: () => void
}

export function lockHolder(file: string): LockHolder {
  const child = fork(fileURLToPath(import.meta.url), ['--holds', file], { stdio: 'ignore' })
  const run = (sql: string) =>
    new Promise<string | null>((resolve) => {
      child.once('message', (said) => resolve(said === 'done' ? null : String(said)))
      child.send(sql)
    })
  return {
    run,
    isFree: async () => (await run('BEGIN IMMEDIATE; ROLLBACK')) === null,
    end: () => void child.disconnect(),
  }
}

if (IS_CHILD) {
  const database = new DatabaseSync(process.argv[3] as string)
  database.exec('PRAGMA busy_timeout = 1000')
  process.on('message', (sql) => {
    try {
      database.exec(String(sql))
      process.send?.('done')
    } catch (error) {
      process.send?.(error instanceof Error ? error.message : String(error))
    }
  })
  process.on('disconnect', () => process.exit(0))
}
