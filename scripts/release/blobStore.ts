import { execFileSync } from 'node:child_process'
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
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { sha256 } from '#domain/snapshot'

/** Above this many new blobs one `sync -f` of the store is cheaper than one fsync each (measured). */
const SYNC_ONE_BY_ONE = 500
/** Files whose compressed twin is worth making: text that a reader downloads. */
const COMPRESSIBLE = /\.(html|json|csv|css|js|mjs|svg|txt|ndjson)$/
/** Smaller files gain nothing from compression. */
const SMALLEST_TWIN = 512

/** Encodings of compressed twins, with the ending that names them beside the file. */
export const TWIN_ENDINGS = ['.br', '.gz'] as const
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
  private fresh: string[] = []
  private written = 0
  private readonly shards = new Set<string>()

  /** @param folder the `blobs` folder of the store; made when missing */
  constructor(folder: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
  }

  pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash)
  }

  read(hash: string): Buffer {
    return readFileSync(this.pathOf(hash))
  }

  /** Size of a blob in bytes. */
  size(hash: string): number {
    return statSync(this.pathOf(hash)).size
  }

  /** Stores bytes and returns their hash; bytes that are there already are not written again. */
  put(bytes: string | Uint8Array): string {
    const hash = sha256(bytes)
    this.write(this.pathOf(hash), bytes, hash)
    return hash
  }

  /**
   * Makes the compressed twins of a blob as its name asks for: gzip 6, and brotli 5 for hashed assets.
   * They depend on the zlib of this machine and are no part of any hash.
   */
  makeTwins(hash: string, name: string, isHashedAsset: boolean): void {
    if (!COMPRESSIBLE.test(name) || existsSync(`${this.pathOf(hash)}.gz`)) return
    const bytes = this.read(hash)
    if (bytes.length < SMALLEST_TWIN) return
    this.write(`${this.pathOf(hash)}.gz`, gzipSync(bytes, { level: 6 }))
    if (isHashedAsset)
      this.write(
        `${this.pathOf(hash)}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      )
  }

  /** Keeps a compressed twin that its caller knows how to make; it is made only where there is none. */
  putTwin(hash: string, ending: (typeof TWIN_ENDINGS)[number], make: () => Uint8Array): void {
    const path = this.pathOf(hash) + ending
    if (!existsSync(path)) this.write(path, make())
  }

  /** What was noted of a blob (see `note`), or null. */
  noteOf(hash: string): string | null {
    const path = this.pathOf(hash) + NOTE_ENDING
    return existsSync(path) ? readFileSync(path, 'utf8') : null
  }

  /** Notes beside a blob what its bytes have told, so that they need not be read again. */
  note(hash: string, text: string): void {
    this.write(this.pathOf(hash) + NOTE_ENDING, text)
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
    else for (const path of this.fresh) syncPath(path)
    this.fresh = []
    return count
  }

  private write(path: string, bytes: string | Uint8Array, hash = sha256(bytes)): void {
    if (existsSync(path)) return
    if (!this.shards.has(dirname(path))) mkdirSync(dirname(path), { recursive: true })
    this.shards.add(dirname(path))
    const temporary = `${path}.${process.pid}.tmp`
    writeFileSync(temporary, bytes)
    const time = timeOf(hash)
    utimesSync(temporary, time, time)
    renameSync(temporary, path)
    this.written += bytes.length
    this.fresh.push(path)
  }
}

/**
 * The time that a blob's file carries, made from its hash (a moment between 1970 and 2004): servers make an ETag of
 * size and time, and so it names the bytes, the same ones on every machine and after every rebuild.
 */
function timeOf(hash: string): Date {
  return new Date(Number.parseInt(hash.slice(0, 10), 16))
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
