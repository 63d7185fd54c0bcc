import { copyFileSync, linkSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { membersOf, pack } from './archive.ts'
import { COLLECTIONS, DATABASE_MEMBER, FORMAT, type Manifest, PHOTOS } from './manifest.ts'
import { copyMongo, withMongo } from './mongoCopy.ts'
import { copySqlite } from './sqliteCopy.ts'

/** Where the database is: an SQLite file, or the URL of a MongoDB. */
export type DatabasePlace = { kind: 'sqlite'; file: string } | { kind: 'mongodb'; url: string }

export type BackupOptions = {
  dataDir: string
  database: DatabasePlace
  /** Path of the backup to be made. */
  file: string
  version: string
  now: Date
  /** Called between the database and its photos. */
  step?: () => void
}

/** How often database and photos are taken while photos go in between. */
const ATTEMPTS = 5

/** Default path of a backup begun at a moment. */
export function backupPath(dataDir: string, name: string, now: Date): string {
  return path.join(dataDir, 'backups', `${name}-${stampOf(now)}.tar.gz`)
}

/** A moment as part of a file's name. */
export const stampOf = (now: Date): string => `${now.toISOString().slice(0, 19).replaceAll(':', '')}Z`

/**
 * Makes a backup of one moment while others write: first the database, then the photos that it names, which never
 * change. A photo that went in between makes it begin again; one that is really gone is told in the manifest.
 */
export async function makeBackup(o: BackupOptions): Promise<Manifest> {
  const folder = path.join(o.dataDir, 'backups', '.making')
  try {
    let lost: string | null = null
    for (let attempt = 1; ; attempt++) {
      makePrivate(folder)
      const names = await copyDatabase(o.database, folder)
      o.step?.()
      const missing = gatherPhotos(names, path.join(o.dataDir, 'media'), path.join(folder, PHOTOS))
      if (missing.length > 0 && missing.join() !== lost && attempt < ATTEMPTS) {
        lost = missing.join()
        continue
      }
      const head: Manifest = {
        product: 'shaoxiang',
        format: FORMAT,
        version: o.version,
        database: o.database.kind,
        madeAt: o.now.toISOString(),
        missing,
        members: await membersOf(folder, filesBelow(folder)),
      }
      await pack(folder, head, o.file)
      return head
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function copyDatabase(database: DatabasePlace, folder: string): Promise<string[]> {
  return database.kind === 'sqlite'
    ? copySqlite(database.file, path.join(folder, DATABASE_MEMBER))
    : withMongo(database.url, (db) => copyMongo(db, path.join(folder, COLLECTIONS)))
}

/** Links photos into a folder, so that they stay while they are packed. Returns the names of those that are not there. */
function gatherPhotos(names: readonly string[], from: string, to: string): string[] {
  const missing: string[] = []
  for (const name of [...new Set(names)].sort()) {
    try {
      linkOrCopy(path.join(from, name), path.join(to, name))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      missing.push(name)
    }
  }
  return missing
}

/** An empty folder for the parts of a backup, which nobody else may look into. */
export function makePrivate(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(path.dirname(folder), { recursive: true })
  mkdirSync(folder, { mode: 0o700 })
  mkdirSync(path.join(folder, PHOTOS))
}

/** A hard link where the file system makes one. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error
    copyFileSync(from, to)
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}
