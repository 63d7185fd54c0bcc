import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Load } from '#domain/search/index/load'

/** Brotli as the twins of files with a hash in their path have it. */
const QUALITY = 5

/** What was read since the last `begin`. */
export type Read = { bytes: number; requests: number }

/**
 * Reads the files of an index from its folder as a browser would fetch them, and counts what they weigh as brotli.
 * What was read before within one search is not counted twice; `begin` starts the next search with an empty cache.
 */
export class CountingLoader {
  private read: Read = { bytes: 0, requests: 0 }
  private readonly sizes = new Map<string, number>()
  private readonly folder: string
  constructor(folder: string) {
    this.folder = folder
  }

  readonly load: Load = async (path) => {
    const bytes = readFileSync(join(this.folder, path))
    let size = this.sizes.get(path)
    if (size === undefined) {
      size = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }).length
      this.sizes.set(path, size)
    }
    this.read.bytes += size
    this.read.requests++
    return bytes
  }

  begin(): void {
    this.read = { bytes: 0, requests: 0 }
  }

  get sofar(): Read {
    return { ...this.read }
  }
}
