import type { Scope } from '../scope.ts'
import { SortedKeys } from './sortedKeys.ts'

/** Parts the time from the identifier; sorts before every other character. */
const PART = '\u0000'

/**
 * A time as precise as it is known and the identifier of what happened then, as one text: in the order of these texts
 * stands what is of a year before its months, of a month before its days, and of one time by identifier.
 */
export function timedKey(time: string, id: string): string {
  return `${time}${PART}${id}`
}

export function timeOfKey(key: string): string {
  return key.slice(0, key.indexOf(PART))
}

export function idOfKey(key: string): string {
  return key.slice(key.indexOf(PART) + 1)
}

/** The month in which a time lies, `2022-12`; only the year, `2022`, where the month is not known. */
export function monthOfTime(time: string): string {
  return time.slice(0, time.length < 7 ? 4 : 7)
}

/** Rows in order of time, as lists read them. */
export type TimedRows = Pick<TimedKeys, 'size' | 'sizeOf' | 'months' | 'inMonth' | 'first' | 'newest'>

type Month = Record<Scope, SortedKeys> & { both: readonly string[] | null }

/** Timed keys by month and scope. Adding or taking away one touches its month alone, however long the list. */
export class TimedKeys {
  private readonly byMonth = new Map<string, Month>()
  private readonly sizes: Record<Scope, number> = { real: 0, sample: 0 }
  private sortedMonths: readonly string[] | null = null

  get size(): number {
    return this.sizes.real + this.sizes.sample
  }

  sizeOf(scope: Scope): number {
    return this.sizes[scope]
  }

  /** Months that hold a key, in order; a year alone stands before its months. The same array until one comes or goes. */
  months(): readonly string[] {
    this.sortedMonths ??= [...this.byMonth.keys()].sort()
    return this.sortedMonths
  }

  /** Keys of a month, the earliest first: the same array until one comes or goes there. */
  inMonth(month: string): readonly string[] {
    const keys = this.byMonth.get(month)
    if (!keys) return []
    keys.both ??= [...keys.real.all(), ...keys.sample.all()].sort()
    return keys.both
  }

  /** Up to `most` keys of a scope, the earliest first; those of which only the year is known, or less, come last. */
  first(scope: Scope, most = Number.POSITIVE_INFINITY): string[] {
    const months = [...this.months()].sort((a, b) => Number(a.length < 7) - Number(b.length < 7))
    const found: string[] = []
    for (const month of months) {
      if (found.length >= most) break
      found.push(...(this.byMonth.get(month) as Month)[scope].all().slice(0, most - found.length))
    }
    return found
  }

  /** Up to `most` keys of a scope, the latest first, without the ones that are left out. */
  newest(scope: Scope, most: number, isLeftOut: (key: string) => boolean = () => false): string[] {
    const found: string[] = []
    for (const month of [...this.months()].reverse()) {
      const keys = (this.byMonth.get(month) as Month)[scope].all()
      for (let i = keys.length - 1; i >= 0; i--) {
        if (found.length >= most) return found
        if (!isLeftOut(keys[i] as string)) found.push(keys[i] as string)
      }
    }
    return found
  }

  add(key: string, scope: Scope): void {
    const month = monthOfTime(timeOfKey(key))
    let keys = this.byMonth.get(month)
    if (!keys) {
      keys = { real: new SortedKeys(), sample: new SortedKeys(), both: null }
      this.byMonth.set(month, keys)
      this.sortedMonths = null
    }
    this.resize(keys, scope, () => keys[scope].add(key))
  }

  delete(key: string, scope: Scope): void {
    const month = monthOfTime(timeOfKey(key))
    const keys = this.byMonth.get(month)
    if (!keys) return
    this.resize(keys, scope, () => keys[scope].delete(key))
    if (keys.real.size + keys.sample.size > 0) return
    this.byMonth.delete(month)
    this.sortedMonths = null
  }

  private resize(keys: Month, scope: Scope, change: () => void): void {
    const before = keys[scope].size
    change()
    keys.both = null
    this.sizes[scope] += keys[scope].size - before
  }
}
