import { existsSync, mkdirSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { threadId } from 'node:worker_threads'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { sha256 } from '#domain/snapshot'

/** Files whose compressed twin is worth making: text that a reader downloads. */
const COMPRESSIBLE = /\.(html|json|csv|css|js|mjs|svg|txt|ndjson)$/
/** Smaller files gain nothing from compression. */
const SMALLEST_TWIN = 512

/** A file that was written now: it is not durable yet. */
export type Written = { path: string; bytes: number }

/** Writes a file of the store beside its place and renames it: it is whole or absent. Null when it is there already. */
export function writeBlobFile(
  path: string,
  bytes: string | Uint8Array,
  hash = sha256(bytes),
): Written | null {
  if (existsSync(path)) return null
  const temporary = `${path}.${process.pid}-${threadId}.tmp`
  try {
    writeFileSync(temporary, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, bytes)
  }
  const time = timeOf(hash)
  utimesSync(temporary, time, time)
  renameSync(temporary, path)
  return { path, bytes: Buffer.byteLength(bytes) }
}

/**
 * Writes the compressed twins of a blob as its name asks for: gzip 6, and brotli 5 for hashed assets.
 * They depend on the zlib of this machine and are no part of any hash.
 */
export function writeTwins(
  path: string,
  bytes: string | Uint8Array,
  name: string,
  isHashedAsset: boolean,
): Written[] {
  if (!COMPRESSIBLE.test(name) || bytes.length < SMALLEST_TWIN || existsSync(`${path}.gz`)) return []
  const gzip = writeBlobFile(`${path}.gz`, gzipSync(bytes, { level: 6 }))
  const brotli = isHashedAsset
    ? writeBlobFile(
        `${path}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
      )
    : null
  return [gzip, brotli].filter((w) => w !== null)
}

/**
 * The time that a blob's file carries, made from its hash (a moment between 1970 and 2004): servers make an ETag of
 * size and time, and so it names the bytes, the same ones on every machine and after every rebuild.
 */
function timeOf(hash: string): Date {
  return new Date(Number.parseInt(hash.slice(0, 10), 16))
}
