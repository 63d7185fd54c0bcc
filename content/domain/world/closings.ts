import { type Case, closedAt } from '../records/case.ts'
import { SortedKeys } from './sortedKeys.ts'
import { idOfKey, timedKey } from './timedKeys.ts'

/** The cases that a community closed, by the time of it. */
export class Closings {
  private readonly keys = new SortedKeys()

  /** References of the last ones, the last first; of one moment the larger reference first. */
  last(most: number): string[] {
    return this.keys.last(most).reverse().map(idOfKey)
  }

  /** Takes a case in, or out as it was taken in. */
  mark(c: Case, on: boolean): void {
    if (c.status !== 'closed') return
    const key = timedKey(closedAt(c) ?? '', c.reference)
    if (on) this.keys.add(key)
    else this.keys.delete(key)
  }
}
