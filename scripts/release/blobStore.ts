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
} from 'node:fs'
import { join } from 'node:path'
import { sha256 } from '#domain/snapshot'
import { type Written, writeBlobFile, writeTwins } from './blobFile.ts'
import { BlobWriters } from './blobWriters.ts'

/** Above this many new blobs one `sync -f` of the store is cheaper than one fsync each (measured). */
const SYNC_ONE_BY_ONE = 500
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
  private writers: BlobWriters | null = null

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
  put(bytes: string | Uint8Array): string {
    const hash = sha256(bytes)
    this.write(this.pathOf(hash), bytes, hash)
    return hash
  }

  /** Makes the compressed twins of a blob as its name asks for (see `writeTwins`). */
  makeTwins(hash: string, name: string, isHashedAsset: boolean): void {
    this.take(writeTwins(this.pathOf(hash), this.read(hash), name, isHashedAsset))
  }

  /** Stores a page or another text with its twins. Among many (see `many`) it is written beside this thread. */
  putText(text: string, name: string): string {
    const hash = sha256(text)
    const path = this.pathOf(hash)
    if (this.writers) this.writers.write({ path, text, hash, name })
    else {
      const blob = writeBlobFile(path, text, hash)
      this.take([...(blob ? [blob] : []), ...writeTwins(path, text, name, false)])
    }
    return hash
  }

  /** Does work that puts many texts: they are compressed and written on another core. All are written when it ends. */
  async many<T>(work: (pause: () => Promise<void>) => Promise<T>): Promise<T> {
    const writers = new BlobWriters()
    this.writers = writers
    try {
      const result = await work(() => writers.pause())
      this.take(await writers.finish())
      return result
    } finally {
      this.writers = null
      await writers.stop()
    }
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

  private write(path: string, bytes: string | Uint8Array, hash?: string): void {
    const written = writeBlobFile(path, bytes, hash)
    if (written) this.take([written])
  }

  private take(written: readonly Written[]): void {
    for (const { path, bytes } of written) {
      this.fresh.push(path)
      this.written += bytes
    }
  }
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
