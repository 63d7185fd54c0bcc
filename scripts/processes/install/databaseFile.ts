import { accessSync, constants, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { backup, DatabaseSync } from 'node:sqlite'
import { EXIT, Refusal } from '../command/refusal.ts'

export type DatabaseState = {
  /** There is a database with tables. */
  exists: boolean
  /** Names of migrations that this code has and the database has not had. */
  pending: string[]
}

/**
 * What state an SQLite file is in. Writes nothing to it.
 * @param migrations names of the migrations of this code
 * @throws {Refusal} 4 when it is no whole database, or was made by a newer version
 */
export function inspectDatabase(
  file: string,
  migrations: readonly string[],
  hasReleases: boolean,
): DatabaseState {
  if (!existsSync(file)) {
    if (hasReleases)
      throw new Refusal(
        `数据库文件不见了：${file}，但已经公开过内容。请用 npm run restore -- 备份文件 恢复，或把它放回原处再启动；如果真要从头开始，请换一个 DATA_DIR`,
        EXIT.data,
      )
    return { exists: false, pending: [...migrations] }
  }
  if (statSync(file).size === 0 && hasReleases) throw broken(file, '文件是空的')
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
  } catch {
    throw new Refusal(`数据库文件不能写：${file}。请检查它的权限和它所在的盘`, EXIT.data)
  }
  const database = open(file)
  try {
    const verdict = check(database, file)
    if (verdict !== 'ok') throw broken(file, verdict)
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
    if (tables.length === 0) return { exists: false, pending: [...migrations] }
    if (!tables.some(({ name }) => name === 'payload_migrations'))
      throw new Refusal(
        `${file} 不是本系统的数据库：里面没有 payload_migrations 表。请检查 DATABASE_URL`,
        EXIT.data,
      )
    const had = new Set(
      database
        .prepare('SELECT name FROM payload_migrations')
        .all()
        .map(({ name }) => String(name)),
    )
    const unknown = [...had].filter((name) => !migrations.includes(name))
    if (unknown.length > 0)
      throw new Refusal(
        `数据库 ${file} 来自更新的版本（多出迁移 ${unknown.join('、')}）。请用那个版本启动，或换回旧的备份`,
        EXIT.data,
      )
    return { exists: true, pending: migrations.filter((name) => !had.has(name)) }
  } finally {
    database.close()
  }
}

function open(file: string): DatabaseSync {
  try {
    return new DatabaseSync(file)
  } catch (error) {
    throw broken(file, error instanceof Error ? error.message : String(error))
  }
}

function check(database: DatabaseSync, file: string): string {
  try {
    return String(Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0])
  } catch (error) {
    throw broken(file, error instanceof Error ? error.message : String(error))
  }
}

const broken = (file: string, why: string): Refusal =>
  new Refusal(
    `数据库文件损坏：${file}（${why}）。没有改动它。请用 npm run restore -- 备份文件 恢复（升级前的副本在 DATA_DIR/backups，直接换上也行）`,
    EXIT.data,
  )

/** Names of the migrations in a folder, in order. */
export function migrationNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
    .map((name) => name.slice(0, -'.ts'.length))
    .sort()
}

/** A whole copy of the database (write-ahead log included) in `backups/`. Returns its path. */
export async function copyBeforeMigration(file: string, dataDir: string, now: Date): Promise<string> {
  const folder = path.join(dataDir, 'backups')
  mkdirSync(folder, { recursive: true })
  const copy = path.join(folder, `before-migration-${now.toISOString().slice(0, 19).replaceAll(':', '')}Z.db`)
  const database = new DatabaseSync(file)
  try {
    await backup(database, copy)
  } finally {
    database.close()
  }
  return copy
}
