import { closeSync, openSync, readSync } from 'node:fs'
import type { BlobStore } from '../store/blobStore.ts'

/** Within so many bytes of its beginning a page says its version. */
const HEAD = 256
const VERSION = /^[^>]*><html [^>]*data-version="([0-9a-f]+)"/

/** The version that a stored page says of itself: the beginning of the hash of its view; null where it says none. */
export function versionOf(blobs: BlobStore, blob: string): string | null {
  const handle = openSync(blobs.pathOf(blob), 'r')
  try {
    const head = Buffer.alloc(HEAD)
    const length = readSync(handle, head)
    return VERSION.exec(head.toString('latin1', 0, length))?.[1] ?? null
  } finally {
    closeSync(handle)
  }
}
