import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { sha256 } from '#domain/records/snapshot'
import { type BlobStore, syncPath } from './blobStore.ts'

/** A directory object: names to blobs and to other directory objects, by hash. */
export type Listing = { files: Record<string, string>; folders: Record<string, string> }
const EMPTY: Listing = { files: {}, folders: {} }

type Edits = {
  files: Map<string, string | null>
  folders: Map<string, Edits | string>
  /** A whole folder that these edits start from, instead of the one that stood here. */
  placed?: string | undefined
}

/**
 * Immutable directories that share their unchanged children, as git's trees do. On disk a directory object holds
 * hard links to blobs (with their compressed twins) and symbolic links to other directory objects; its hash
 * covers names and content hashes only, so the same content has the same root on every machine.
 */
export class TreeStore {
  private readonly known = new Map<string, Listing>()
  private fresh: string[] = []
  readonly folder: string
  private readonly blobs: BlobStore

  /** @param folder the `dirs` folder of the store; made when missing */
  constructor(folder: string, blobs: BlobStore) {
    this.folder = folder
    this.blobs = blobs
    mkdirSync(folder, { recursive: true })
  }

  pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash)
  }

  listing(hash: string): Listing {
    const known = this.known.get(hash)
    if (known) return known
    const read = JSON.parse(readFileSync(`${this.pathOf(hash)}.json`, 'utf8')) as Listing
    this.known.set(hash, read)
    return read
  }

  /** Hash of the blob at a path, or null where there is none. */
  find(root: string | null, path: string): string | null {
    let at = root
    const parts = path.split('/')
    const name = parts.pop() as string
    for (const part of parts) at = at && named(this.listing(at).folders, part)
    return at && named(this.listing(at).files, name)
  }

  /** Hash of the directory object at a path, or null. */
  folderAt(root: string | null, path: string): string | null {
    let at = root
    for (const part of path.split('/')) at = at && named(this.listing(at).folders, part)
    return at
  }

  /** Hash that a directory would have without one of its folders; nothing is written. */
  hashWithout(root: string, name: string): string {
    const { files, folders } = this.listing(root)
    const { [name]: _, ...others } = folders
    return sha256(JSON.stringify({ files, folders: others }))
  }

  /** Every file below a root with its blob, in order of names. */
  *walk(root: string, prefix = ''): Generator<{ path: string; blob: string }> {
    const { files, folders } = this.listing(root)
    for (const [name, blob] of Object.entries(files)) yield { path: prefix + name, blob }
    for (const [name, folder] of Object.entries(folders)) yield* this.walk(folder, `${prefix}${name}/`)
  }

  /**
   * A new root: the old one with files put (blob hash) or taken away (null) and whole folders placed or taken
   * away; a file put into a placed folder is added to it. Only directories on the way to a change are made; a directory left empty disappears.
   * @param beat is called before each directory that is made
   */
  edit(
    root: string | null,
    files: ReadonlyMap<string, string | null>,
    folders: ReadonlyMap<string, string | null> = new Map(),
    beat: () => void = () => {},
  ): string {
    const edits: Edits = { files: new Map(), folders: new Map() }
    const at = (parts: string[]): Edits => {
      let here = edits
      for (const part of parts) {
        const next = here.folders.get(part)
        const inner: Edits =
          typeof next === 'object' ? next : { placed: next, files: new Map(), folders: new Map() }
        here.folders.set(part, inner)
        here = inner
      }
      return here
    }
    for (const [path, folder] of folders) {
      const parts = path.split('/')
      const name = parts.pop() as string
      at(parts).folders.set(name, folder ?? '')
    }
    for (const [path, blob] of files) {
      const parts = path.split('/')
      const name = parts.pop() as string
      at(parts).files.set(name, blob)
    }
    return this.apply(root, edits, beat) ?? this.make(EMPTY)
  }

  /** Forgets listings that were taken from the disk. */
  forget(stays: (hash: string) => boolean): void {
    for (const hash of this.known.keys()) if (!stays(hash)) this.known.delete(hash)
  }

  /** Makes the directory objects written since the last flush durable. */
  flush(): void {
    for (const path of this.fresh) syncPath(path)
    this.fresh = []
  }

  /** Paths that the next flush makes durable. */
  unsettled(): readonly string[] {
    return this.fresh
  }

  /** What is durable or was swept away has no need of a flush. */
  settled(paths: ReadonlySet<string>): void {
    this.fresh = this.fresh.filter((path) => !paths.has(path))
  }

  private apply(base: string | null, edits: Edits, beat: () => void): string | null {
    beat()
    const from = base ? this.listing(base) : EMPTY
    const files = bare(from.files)
    const folders = bare(from.folders)
    for (const [name, blob] of edits.files) {
      if (blob) files[name] = blob
      else delete files[name]
    }
    for (const [name, inner] of edits.folders) {
      const made =
        typeof inner === 'string'
          ? inner || null
          : this.apply(inner.placed ?? named(folders, name), inner, beat)
      if (made) folders[name] = made
      else delete folders[name]
    }
    return Object.keys(files).length + Object.keys(folders).length === 0
      ? null
      : this.make({ files, folders })
  }

  /** Writes a directory object unless it is there. Written beside its place and renamed: whole or absent. */
  private make(content: Listing): string {
    const listing = { files: sorted(content.files), folders: sorted(content.folders) }
    const text = JSON.stringify(listing)
    const hash = sha256(text)
    this.known.set(hash, listing)
    const path = this.pathOf(hash)
    if (existsSync(path)) return hash
    const temporary = `${path}.${process.pid}.tmp`
    rmSync(temporary, { recursive: true, force: true })
    mkdirSync(temporary, { recursive: true })
    for (const [name, blob] of Object.entries(listing.files)) {
      link(this.blobs.pathOf(blob), join(temporary, name))
      for (const ending of this.blobs.twinsOf(blob))
        link(this.blobs.pathOf(blob) + ending, join(temporary, name) + ending)
    }
    for (const [name, folder] of Object.entries(listing.folders))
      symlinkSync(relative(path, this.pathOf(folder)), join(temporary, name))
    writeFileSync(`${path}.json`, text)
    renameSync(temporary, path)
    this.fresh.push(`${path}.json`, path, dirname(path))
    return hash
  }
}

/** A hard link, or a copy (with the blob's time) where the file has as many links as the file system allows. */
function link(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EMLINK') throw error
    cpSync(from, to, { preserveTimestamps: true })
  }
}

/** What stands under a name that comes from a record: `constructor` may be one. */
function named(record: Record<string, string>, name: string): string | null {
  return Object.hasOwn(record, name) ? (record[name] ?? null) : null
}

/** A copy that has nothing but its own names. */
function bare(record: Record<string, string>): Record<string, string> {
  return Object.assign(Object.create(null), record)
}

function sorted(record: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
