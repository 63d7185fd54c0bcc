import { type CountedCell, placeOf } from './countedCells.ts'
import { METRICS } from './metrics.ts'
import { PAIR_METRICS } from './pairs.ts'
import type { KeyedPart } from './partsOfCase.ts'
import { RunningTally } from './tally.ts'

/** Dimensions in which a row may stand otherwise than its record: an arrival is one department's, a closure of its month. */
const OWN = ['department', 'month'] as const
type Own = (typeof OWN)[number]

const PAIR_PLACES: ReadonlySet<number> = new Set(PAIR_METRICS.map(placeOf))

/** What is summed of one part: its records, and each metric over them by its place among all metrics. */
export class PartSums {
  /** Records that count in the part. */
  records = 0
  /** Whether anything was counted, or taken back, since somebody set it to false. */
  isTouched = true
  private readonly tallies: (RunningTally | undefined)[] = METRICS.map(() => undefined)
  private readonly own: Partial<Record<Own, string>> = {}
  private readonly isPair: boolean

  /** @param keys the keys of the part: none for all records, two for a crossed part */
  constructor(keys: readonly KeyedPart[]) {
    this.isPair = keys.length > 1
    for (const [dimension, key] of keys) if (isOwn(dimension)) this.own[dimension] = key
  }

  /** The sums of a metric; undefined before anything was counted. */
  tally(metric: number): RunningTally | undefined {
    return this.tallies[metric]
  }

  /** Whether any metric has rows here, also where no record counts in the part as a whole. */
  hasRows(): boolean {
    return this.tallies.some((t) => t && t.denominator > 0)
  }

  /** Counts a record, or takes it back (`by` -1): its cells, save those that stand in another part of a dimension. */
  count(cells: readonly CountedCell[], by: 1 | -1): void {
    this.records += by
    this.isTouched = true
    for (const cell of cells) if (!this.isElsewhere(cell)) this.add(cell, by)
  }

  /** Counts those cells of a record that stand in the part by themselves, while the record does not. */
  countOwn(cells: readonly CountedCell[], dimension: Own, by: 1 | -1): void {
    for (const cell of cells) if (cell[dimension] !== undefined && !this.isElsewhere(cell)) this.add(cell, by)
  }

  private isElsewhere(cell: CountedCell): boolean {
    for (const d of OWN)
      if (this.own[d] !== undefined && cell[d] !== undefined && cell[d] !== this.own[d]) return true
    return false
  }

  private add(cell: CountedCell, by: 1 | -1): void {
    if (this.isPair && !PAIR_PLACES.has(cell.metric)) return
    this.isTouched = true
    let tally = this.tallies[cell.metric]
    if (!tally) {
      tally = new RunningTally()
      this.tallies[cell.metric] = tally
    }
    tally.count(cell, by)
  }
}

function isOwn(dimension: string): dimension is Own {
  return (OWN as readonly string[]).includes(dimension)
}
