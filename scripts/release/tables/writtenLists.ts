import type { Statistics } from '#domain/figures/statistics'
import { type Dataset, datasetOf } from '#domain/published/datasets'
import type { Change, World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import type { RecordLine, RecordLines } from './recordLines.ts'
import { csvByRecord, csvHead } from './tableLines.ts'
import { keysTouched } from './tableNames.ts'

/** What the files of lists of rows are made from. */
export type ListFiles = {
  store: Store
  world: World
  statistics: Statistics
  lines: RecordLines
  /** Blob of a file as it stands before the changes; null where there is none. */
  before: (path: string) => string | null
}

/** The files of lists of rows. The lines of a record that did not change are taken from the file as it stands. */
export class WrittenLists {
  readonly o: ListFiles
  /** Keys of the records whose lines may be others, by table; null for all. */
  private readonly touched: ReadonlyMap<string, ReadonlySet<string>> | null

  constructor(o: ListFiles, changes: readonly Change[] | null) {
    this.o = o
    this.touched =
      changes &&
      new Map(
        (['cases', 'events'] as const).map((id) => [
          id,
          new Set(changes.flatMap((change) => keysTouched(datasetOf(id), change, o.world))),
        ]),
      )
  }

  /**
   * The whole text of a file.
   * @param keys of its records in order
   * @param isOn which lines of a record are on it; null where all are
   */
  text(
    dataset: Dataset,
    path: string,
    keys: readonly string[],
    isOn: ((line: RecordLine, at: number, key: string) => boolean) | null,
  ): string {
    const touched = this.touched?.get(dataset.id)
    const stands = touched ? this.standing(dataset, path) : null
    const lines = keys.map((key) => {
      const known = touched?.has(key) ? undefined : stands?.get(key)
      if (known !== undefined) return known
      if (isOn === null) return this.o.lines.textOf(dataset, key)
      return this.o.lines
        .linesOf(dataset, key)
        .filter((line, at) => isOn(line, at, key))
        .map((line) => line.csv)
        .join('')
    })
    return csvHead(dataset) + lines.join('')
  }

  /** Stores a file; null stays null. */
  put(path: string, text: string | null): string | null {
    return text === null ? null : this.o.store.blobs.putText(text, path)
  }

  private standing(dataset: Dataset, path: string): Map<string, string> | null {
    const blob = this.o.before(path)
    return blob === null
      ? null
      : csvByRecord(this.o.store.blobs.read(blob).toString('utf8').slice(csvHead(dataset).length))
  }
}
