import type { Dataset } from '#domain/datasets'
import type { BlobStore } from './blobStore.ts'
import { JoinedGzip } from './joinedGzip.ts'
import type { Store } from './store.ts'
import { csvHead, partsOf } from './tableFiles.ts'

/** A table is one file up to this many bytes; above, its rows are parts, and the whole file follows with the search. */
const WHOLE_TABLE_LIMIT = 20_000_000
/** The formats of every table. */
export const KINDS = ['csv', 'json'] as const
type Kind = (typeof KINDS)[number]
type Piece = { name: string; bytes: Buffer }

const piece = (text: string): Piece => ({ name: text, bytes: Buffer.from(text) })
const [OPEN, BETWEEN, CLOSE, CLOSE_EMPTY] = ['[\n', ',\n', '\n]\n', ']\n'].map(piece) as [
  Piece,
  Piece,
  Piece,
  Piece,
]

/** Joins the parts of tables to whole files. A part that has not changed is neither measured nor compressed again. */
export class WholeTables {
  private readonly sizes = new Map<string, number>()
  private readonly gzip = new Map<string, JoinedGzip>()
  private readonly store: Store
  private readonly from: BlobStore

  private readonly limit: number

  /**
   * @param store where whole files are put
   * @param from where the parts lie, when that is elsewhere
   */
  constructor(store: Store, from: BlobStore = store.blobs, limit: number = WHOLE_TABLE_LIMIT) {
    this.store = store
    this.from = from
    this.limit = limit
  }

  /** Whether a table is so long that its whole file follows with the search. */
  isLong(parts: string, dataset: Dataset): boolean {
    return KINDS.some((kind) => this.size(parts, dataset, kind) > this.limit)
  }

  /** Bytes of the parts of a table. */
  private size(parts: string, dataset: Dataset, kind: Kind): number {
    return partsOf(this.store, parts, dataset, kind).reduce((sum, { blob }) => {
      const size = this.sizes.get(blob) ?? this.from.size(blob)
      this.sizes.set(blob, size)
      return sum + size
    }, 0)
  }

  /** The whole file of a table. */
  bytes(parts: string, dataset: Dataset, kind: Kind): Buffer {
    return Buffer.concat(this.pieces(parts, dataset, kind).map((p) => p.bytes))
  }

  /** Stores the whole file with its compressed twin and returns its hash. */
  put(parts: string, dataset: Dataset, kind: Kind): string {
    const pieces = this.pieces(parts, dataset, kind)
    const whole = Buffer.concat(pieces.map((p) => p.bytes))
    const name = `${dataset.id}.${kind}`
    const gzip = this.gzip.get(name) ?? new JoinedGzip()
    this.gzip.set(name, gzip)
    const blob = this.store.blobs.put(whole)
    this.store.blobs.putTwin(blob, '.gz', () => gzip.of(whole, pieces))
    gzip.keep(new Set(pieces.map((p) => p.name)))
    return blob
  }

  private pieces(parts: string, dataset: Dataset, kind: Kind): Piece[] {
    const filled = partsOf(this.store, parts, dataset, kind)
      .map(({ blob }) => ({ name: blob, bytes: this.from.read(blob) }))
      .filter((p) => p.bytes.length > 0)
    if (kind === 'csv') return [piece(csvHead(dataset)), ...filled]
    const rows = filled.flatMap((p, i) => (i === 0 ? [p] : [BETWEEN, p]))
    return [OPEN, ...rows, filled.length > 0 ? CLOSE : CLOSE_EMPTY]
  }
}
