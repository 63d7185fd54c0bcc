import type { Statistics } from '#domain/figures/statistics'
import type { Dataset } from '#domain/published/datasets'
import type { DataRow } from '#domain/published/twinColumns'
import type { World } from '#domain/world/world'
import { csvRows } from './tableLines.ts'

/** A row of an open table as a line of CSV, and the department that the row names. */
export type RecordLine = { csv: string; department: string | null }

/** More characters of lines are not kept: a record stands in a dozen lists, mostly made soon after each other. */
const MOST_KEPT = 20_000_000

/** The lines of records in the tables of one release: each is made once for its table and all lists that it stands in. */
export class RecordLines {
  private readonly lines = new Map<string, { each: readonly RecordLine[]; text: string }>()
  private readonly stayed = new Set<string>()
  private kept = 0
  private readonly world: World
  private readonly statistics: Statistics

  constructor(world: World, statistics: Statistics) {
    this.world = world
    this.statistics = statistics
  }

  /** The rows of a record; their lines are at hand from now on. */
  rowsOf(dataset: Dataset, key: string): DataRow[] {
    const rows = dataset.rowsOf(this.world.need(dataset.table, key), this.world, this.statistics)
    this.keep(dataset, key, rows)
    return rows
  }

  /** The lines of a record in order. */
  linesOf(dataset: Dataset, key: string): readonly RecordLine[] {
    return this.known(dataset, key).each
  }

  /** All of them as one text. */
  textOf(dataset: Dataset, key: string): string {
    return this.known(dataset, key).text
  }

  /** The lines of a record are those that the live table holds. */
  stay(dataset: Dataset, key: string): void {
    this.stayed.add(nameOf(dataset, key))
  }

  /** Whether the lines of a record that changed are the same nevertheless. */
  hasStayed(dataset: Dataset, key: string): boolean {
    return this.stayed.has(nameOf(dataset, key))
  }

  private known(dataset: Dataset, key: string) {
    const known = this.lines.get(nameOf(dataset, key))
    if (known) return known
    const rows = dataset.rowsOf(this.world.need(dataset.table, key), this.world, this.statistics)
    return this.keep(dataset, key, rows)
  }

  private keep(dataset: Dataset, key: string, rows: readonly DataRow[]) {
    const each = rows.map((row) => ({
      csv: csvRows(dataset, [row]),
      department: typeof row.department === 'string' ? row.department : null,
    }))
    if (this.kept > MOST_KEPT) {
      this.lines.clear()
      this.kept = 0
    }
    const lines = { each, text: each.map(({ csv }) => csv).join('') }
    this.lines.set(nameOf(dataset, key), lines)
    this.kept += lines.text.length
    return lines
  }
}

const nameOf = (dataset: Dataset, key: string) => `${dataset.id} ${key}`
