import type { BlobStore } from '../store/blobStore.ts'

/** Where settled indexes hold records. The keys of the last index asked for are remembered. */
export class SettledKeys {
  private readonly blobs: BlobStore
  private known = { blob: '', ordinals: new Map<string, number>() }

  constructor(blobs: BlobStore) {
    this.blobs = blobs
  }

  /**
   * The ordinal of a record, or undefined where the index does not hold it.
   * @param blob of the index's keys
   */
  ordinal(blob: string, table: string, key: string): number | undefined {
    if (this.known.blob !== blob) {
      const lines = this.blobs.read(blob).toString('utf8').trimEnd().split('\n')
      this.known = { blob, ordinals: new Map(lines.map((line, ordinal) => [line, ordinal])) }
    }
    return this.known.ordinals.get(`${table}\t${key}`)
  }
}
