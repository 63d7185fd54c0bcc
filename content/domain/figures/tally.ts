import { placeIn } from '../world/placeIn.ts'
import type { Tally } from './figure.ts'

/** Counts of a metric that go up and down with single rows; values are put in order when they are first asked for. */
export class RunningTally implements Tally {
  numerator = 0
  denominator = 0
  private readonly measured: number[] = []
  /** Rows are first counted in any order; once values were asked for they stay in order. */
  private state: 'filling' | 'ordered' = 'filling'

  /** Measured values, ascending. The array is the tally itself: it may be read, not kept. */
  get values(): number[] {
    if (this.state === 'filling') this.measured.sort((a, b) => a - b)
    this.state = 'ordered'
    return this.measured
  }

  /** Counts a row, or takes it back (`by` -1). */
  count(row: { numerator: number; denominator: number; value: number | null }, by: 1 | -1): void {
    this.numerator += by * row.numerator
    this.denominator += by * row.denominator
    if (row.value === null) return
    if (by < 0) this.values.splice(placeIn(this.measured, row.value), 1)
    else if (this.state === 'filling') this.measured.push(row.value)
    else this.measured.splice(placeIn(this.measured, row.value), 0, row.value)
  }
}
