import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { EXIT, Refusal } from '../processes/command/refusal.ts'
import { restoredMark } from '../release/newsroom/restoredMark.ts'
import { unpack } from './archive.ts'
import { finishRestore, unpackedIn } from './finishRestore.ts'
import { type Move, moveAnywhere, writeJournal } from './journal.ts'
import { backupPath, type DatabasePlace, makeBackup, makePrivate, stampOf } from './makeBackup.ts'
import { COLLECTIONS, DATABASE_KINDS, DATABASE_MEMBER, type Manifest, PHOTOS } from './manifest.ts'
import { collectionNames, dropLoaded, loadBeside, OURS, withMongo } from './mongoCopy.ts'
import { isOurs } from './sqliteCopy.ts'

export type RestoreOptions = {
  dataDir: string
  database: DatabasePlace
  /** The backup. */
  file: string
  version: string
  now: Date
  /** Marks the moments at which a kill must be harmless. */
  step?: (name: string) => void
}

/** What a restore brought, and where what was there before lies now. */
export type Restored = { head: Manifest; before: string[] }

const SQLITE_FILES = ['', '-wal', '-shm', '-journal']

/**
 * Puts a backup in place of what is there. Everything is unpacked and checked first; what was there is set aside, never
 * deleted; a kill before the decision leaves everything as it was, one after it is finished by the next start.
 * @throws {Refusal} 4 in words, with nothing changed, when the file is no backup for this database
 */
export async function restoreBackup(o: RestoreOptions): Promise<Restored> {
  const step = o.step ?? (() => {})
  const folder = unpackedIn(o.dataDir)
  try {
    makePrivate(folder)
    const head = await unpack(o.file, folder)
    if (head.database !== o.database.kind)
      throw new Refusal(
        `${o.file} 是 ${DATABASE_KINDS[head.database]} 的备份，现在用的是 ${DATABASE_KINDS[o.database.kind]}：请把 DATABASE_URL 指向同一种数据库再恢复。什么都没有改动`,
        EXIT.data,
      )
    step('unpacked')
    const stamp = stampOf(o.now)
    const database = o.database
    const ready =
      database.kind === 'sqlite'
        ? { collections: null, moves: sqliteMoves(database.file, folder, stamp), kept: [] }
        : { ...(await loadMongo(o, database.url, head, folder)), moves: [] }
    const moves = [...ready.moves, ...folderMoves(o, folder, stamp)]
    execFileSync('sync', ['-f', folder])
    step('ready')
    writeJournal(o.dataDir, { backup: o.file, collections: ready.collections, moves })
    await finishRestore(o.dataDir, database.kind === 'mongodb' ? database.url : undefined, step)
    const aside = moves.filter(({ how }) => how === 'aside').map(({ to }) => to)
    return { head, before: [...ready.kept, ...aside] }
  } catch (error) {
    if (!existsSync(path.join(o.dataDir, 'restore.json'))) rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

/** Lays the new file beside the old one; both then change their names. */
function sqliteMoves(file: string, folder: string, stamp: string): Move[] {
  const unpacked = path.join(folder, DATABASE_MEMBER)
  if (!isOurs(unpacked)) throw new Refusal('备份里的数据库是空的。什么都没有改动', EXIT.data)
  mkdirSync(path.dirname(file), { recursive: true })
  moveAnywhere(unpacked, `${file}.restoring`)
  return [
    ...SQLITE_FILES.map((ending) => aside(file + ending, `${file}.before-restore-${stamp}${ending}`)),
    { how: 'place' as const, from: `${file}.restoring`, to: file },
  ].filter(({ how, from }) => how === 'place' || existsSync(from))
}

/** Backs up a database that holds something, and loads the collections beside those that they will replace. */
async function loadMongo(
  o: RestoreOptions,
  url: string,
  head: Manifest,
  folder: string,
): Promise<{ collections: string[]; kept: string[] }> {
  const there = await withMongo(url, collectionNames)
  if (there.length > 0 && !there.includes(OURS))
    throw new Refusal(
      `DATABASE_URL 的库里有别的东西（${there.slice(0, 5).join('、')}）：请用一个空的库。什么都没有改动`,
      EXIT.data,
    )
  const kept = there.length === 0 ? [] : [backupPath(o.dataDir, 'before-restore', o.now)]
  for (const file of kept)
    await makeBackup({ dataDir: o.dataDir, database: o.database, file, version: o.version, now: o.now })
  const collections = head.members.flatMap(({ path: name }) =>
    name.startsWith(`${COLLECTIONS}/`) ? [path.basename(name, '.ndjson')] : [],
  )
  await withMongo(url, async (db) => {
    await dropLoaded(db)
    for (const name of collections)
      await loadBeside(db, name, path.join(folder, COLLECTIONS, `${name}.ndjson`))
  })
  return { collections, kept }
}

/** The photos, the first password (it belongs to the database of before), and the mark for the publisher. */
function folderMoves(o: RestoreOptions, folder: string, stamp: string): Move[] {
  const at = (name: string) => path.join(o.dataDir, name)
  const mark = path.join(folder, 'mark')
  writeFileSync(mark, `${o.file}\n`, { flush: true })
  return [
    ...['media', 'first-editor.txt'].map((name) => aside(at(name), `${at(name)}.before-restore-${stamp}`)),
    { how: 'place' as const, from: path.join(folder, PHOTOS), to: at('media') },
    { how: 'place' as const, from: mark, to: restoredMark(o.dataDir) },
  ].filter(({ how, from }) => how === 'place' || existsSync(from))
}

const aside = (from: string, to: string): Move => ({ how: 'aside', from, to })
