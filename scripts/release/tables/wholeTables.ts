import type { Dataset } from '#domain/published/datasets'
import { TABLE_FORMATS, type TableFormat } from '#domain/published/tableFormats'
import type { BlobStore } from '../store/blobStore.ts'
import type { Store } from '../store/store.ts'
import type { ReleaseThreads } from '../workers/releaseThreads.ts'
import { JoinedGzip, type Piece } from './joinedGzip.ts'
import { partsOf } from './tableFiles.ts'
import { csvHead } from './tableLines.ts'

/** A table is one file up to this many bytes; above, its rows are parts, and the whole file follows with the search. */
const WHOLE_TABLE_LIMIT = 20_000_000

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
  private readonly threads: ReleaseThreads | null

  /**
   * @param store where whole files are put
   * @param from where the parts lie, when that is elsewhere
   * @param threads that may make long files
   */
  constructor(
    store: Store,
    from: BlobStore = store.blobs,
    limit: number = WHOLE_TABLE_LIMIT,
    threads: ReleaseThreads | null = null,
  ) {
    this.store = store
    this.from = from
    this.limit = limit
    this.threads = threads
  }

  /** Stores the whole file, or leaves it to a thread, which tells the hash with what else it made: then null. */
  make(parts: string, dataset: Dataset, format: TableFormat): string | null {
    const path = `data/${dataset.id}.${format}`
    const isGiven =
      this.isLong(parts, dataset) &&
      this.threads?.giveAnyway({ kind: 'table', parts, dataset: dataset.id, format, path })
    return isGiven ? null : this.put(parts, dataset, format)
  }

  /** Whether a table is so long that its whole file follows with the search. */
  isLong(parts: string, dataset: Dataset): boolean {
    return TABLE_FORMATS.some((format) => this.size(parts, dataset, format) > this.limit)
  }

  /** Bytes of the parts of a table. */
  private size(parts: string, dataset: Dataset, format: TableFormat): number {
    return partsOf(this.store, parts, dataset, format).reduce((sum, { blob }) => {
      const size = this.sizes.get(blob) ?? this.from.size(blob)
      this.sizes.set(blob, size)
      return sum + size
    }, 0)
  }

  /**
   * Stores the whole file with its compressed twin, piece by piece, and returns its hash. The deflated parts of a long
   * table are not remembered: it is made rarely, and they would fill the memory.
   */
  put(parts: string, dataset: Dataset, format: TableFormat): string {
    const name = `${dataset.id}.${format}`
    const gzip = this.gzip.get(name) ?? new JoinedGzip()
    if (!this.isLong(parts, dataset)) this.gzip.set(name, gzip)
    return this.store.blobs.putPieces(gzip.of(this.pieces(parts, dataset, format)))
  }

  private *pieces(parts: string, dataset: Dataset, format: TableFormat): Generator<Piece> {
    yield format === 'csv' ? piece(csvHead(dataset)) : OPEN
    let isEmpty = true
    for (const { blob } of partsOf(this.store, parts, dataset, format)) {
      const bytes = this.from.read(blob)
      if (bytes.length === 0) continue
      if (format === 'json' && !isEmpty) yield BETWEEN
      isEmpty = false
      yield { name: blob, bytes }
    }
    if (format === 'json') yield isEmpty ? CLOSE_EMPTY : CLOSE
  }
}
