import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
} from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '#domain/records/snapshot'
import { GrowingFile, type TwinKind, type Written, writeBlobFile, writeTwins } from './blobFile.ts'

/** Above this many new blobs one `sync -f` of the store is cheaper than one fsync each (measured). */
export const SYNC_ONE_BY_ONE = 500
/** Encodings of compressed twins, with the ending that names them beside the file. */
const TWIN_ENDINGS = ['.br', '.gz'] as const
const NOTE_ENDING = '.note'
const HASH_LENGTH = 64

/** The hash of the blob that a file of the store belongs to, from its name. */
export function blobOf(fileName: string): string {
  return fileName.slice(0, HASH_LENGTH)
}

/**
 * Files by the hash of their bytes. A blob is written beside its place and renamed, so it is whole or absent;
 * `flush` makes everything new durable and must be called before a switch.
 */
export class BlobStore {
  readonly folder: string
  private fresh: Written[] = []
  private written = 0

  /** @param folder the `blobs` folder of the store; made when missing */
  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
  }

  pathOf(hash: string): string {
    return `${this.folder}/${hash.slice(0, 2)}/${hash}`
  }

  read(hash: string): Buffer {
    return readFileSync(this.pathOf(hash))
  }

  /** Size of a blob in bytes. */
  size(hash: string): number {
    return statSync(this.pathOf(hash)).size
  }

  /** Stores bytes and returns their hash; bytes that are there already are not written again. */
  put(content: string | Uint8Array): string {
    const bytes = bytesOf(content)
    const hash = sha256(bytes)
    this.write(this.pathOf(hash), bytes, hash)
    return hash
  }

  /** Stores a file that is given piece by piece, with its gzip twin, and returns its hash. */
  putPieces(pieces: Iterable<{ plain: Uint8Array; gzip: Uint8Array }>): string {
    const grow = (name: string) => new GrowingFile(`${this.folder}/00`, name)
    const [file, twin, sum] = [grow('growing'), grow('growing-gz'), createHash('sha256')]
    try {
      for (const { plain, gzip } of pieces) {
        file.write(plain)
        sum.update(plain)
        twin.write(gzip)
      }
    } catch (error) {
      for (const unfinished of [file, twin]) unfinished.drop()
      throw error
    }
    const hash = sum.digest('hex')
    const settled = [file.settle(this.pathOf(hash), hash), twin.settle(`${this.pathOf(hash)}.gz`, hash)]
    this.take(settled.filter((w) => w !== null))
    return hash
  }

  /** Makes the compressed twins of a blob as its name asks for (see `writeTwins`). */
  makeTwins(hash: string, name: string, kind: TwinKind): void {
    this.take(writeTwins(this.pathOf(hash), this.read(hash), name, kind))
  }

  /** Stores a page or another text with the twins that its name asks for. */
  putText(text: string, name: string): string {
    const bytes = Buffer.from(text)
    const hash = sha256(bytes)
    const path = this.pathOf(hash)
    const blob = writeBlobFile(path, bytes, hash)
    this.take([...(blob ? [blob] : []), ...writeTwins(path, bytes, name, 'page')])
    return hash
  }

  /** What was noted of a blob about something (see `note`), or null. */
  noteOf(hash: string, about: string): string | null {
    const path = this.notePath(hash, about)
    return existsSync(path) ? readFileSync(path, 'utf8') : null
  }

  /**
   * Notes beside a blob what its bytes have told, so that they need not be read again.
   * @param about names what the note tells: one blob may have several
   */
  note(hash: string, about: string, text: string): void {
    this.write(this.notePath(hash, about), text)
  }

  private notePath(hash: string, about: string): string {
    return `${this.pathOf(hash)}.${about}${NOTE_ENDING}`
  }

  /** Takes everything that another store holds into this one by renaming; it must be durable already. */
  adopt(other: BlobStore): void {
    for (const shard of readdirSync(other.folder)) {
      mkdirSync(join(this.folder, shard), { recursive: true })
      for (const name of readdirSync(join(other.folder, shard))) {
        const path = join(this.folder, shard, name)
        if (!existsSync(path)) renameSync(join(other.folder, shard, name), path)
      }
      syncPath(join(this.folder, shard))
    }
  }

  /** Bytes written since the store was opened. */
  bytesWritten(): number {
    return this.written
  }

  /** Endings of the twins that a blob has. */
  twinsOf(hash: string): string[] {
    return TWIN_ENDINGS.filter((ending) => existsSync(this.pathOf(hash) + ending))
  }

  /** Makes every blob written since the last flush survive a power cut. Returns how many there were. */
  flush(): number {
    const count = this.fresh.length
    if (count > SYNC_ONE_BY_ONE) execFileSync('sync', ['-f', this.folder])
    else for (const { path } of this.fresh) syncPath(path)
    this.fresh = []
    return count
  }

  /** Paths that the next flush makes durable. */
  unsettled(): string[] {
    return this.fresh.map(({ path }) => path)
  }

  /** What is durable or was swept away has no need of a flush. */
  settled(paths: ReadonlySet<string>): void {
    this.fresh = this.fresh.filter(({ path }) => !paths.has(path))
  }

  /** Files written since the last flush, for whoever makes them durable instead of this store. */
  takeFresh(): Written[] {
    const fresh = this.fresh
    this.fresh = []
    return fresh
  }

  /** Files that a thread has written here: the next flush makes them durable. */
  take(written: readonly Written[]): void {
    for (const file of written) {
      this.fresh.push(file)
      this.written += file.bytes
    }
  }

  private write(path: string, content: string | Uint8Array, hash?: string): void {
    const written = writeBlobFile(path, bytesOf(content), hash)
    if (written) this.take([written])
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content
}

/** Makes a file or folder durable. */
export function syncPath(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
