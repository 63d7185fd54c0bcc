import { referenceParts } from '../keys.ts'
import { type Case, isResolved, whistledAt } from '../records/case.ts'
import type { Scope } from '../scope.ts'
import { SortedKeys } from './sortedKeys.ts'
import { idOfKey, TimedKeys, timedKey } from './timedKeys.ts'

/**
 * Cases that have something in common, with what lists and figures ask of them: totals, and all of them and the open ones
 * by the time of their whistle. Taking in a case costs no more in a long list than in a short one.
 */
export class CaseList {
  private readonly ordered = new SortedKeys()
  /** All of them by the time of the whistle. */
  readonly timed = new TimedKeys()
  /** The unresolved ones by the time of the whistle. */
  readonly waiting = new TimedKeys()
  private readonly settled = { real: new SortedKeys(), sample: new SortedKeys() }
  private readonly totals = { real: 0, sample: 0 }
  private readonly timelines = { real: 0, sample: 0 }
  private readonly raisedPlaces = { real: 0, sample: 0 }

  get size(): number {
    return this.ordered.size
  }

  /** References in order. */
  references(): readonly string[] {
    return this.ordered.all()
  }

  total(scope: Scope): number {
    return this.totals[scope]
  }

  /** Number of events in the timelines of a scope. */
  events(scope: Scope): number {
    return this.timelines[scope]
  }

  /** Number of cases of a scope whose place is told one or more levels up, being too small to be named. */
  raised(scope: Scope): number {
    return this.raisedPlaces[scope]
  }

  openCount(scope: Scope): number {
    return this.waiting.sizeOf(scope)
  }

  /**
   * References of the unresolved cases of a scope, the longest waiting first; those whose whistle has no known
   * month come last.
   */
  open(scope: Scope, most = Number.POSITIVE_INFINITY): string[] {
    return this.waiting.first(scope, most).map(idOfKey)
  }

  /** The last resolved cases of some scopes, the larger reference first. */
  lastSettled(most: number, ...scopes: Scope[]): string[] {
    return scopes
      .flatMap((scope) => this.settled[scope].last(most))
      .sort()
      .reverse()
      .slice(0, most)
  }

  /** Up to `most` references before one, the nearest first. */
  before(reference: string, most: number): string[] {
    return this.ordered.before(reference, most)
  }

  /** Up to `most` references after one, the nearest first. */
  after(reference: string, most: number): string[] {
    return this.ordered.after(reference, most)
  }

  add(c: Case, scope: Scope): void {
    const key = whistleKey(c)
    this.ordered.add(c.reference)
    this.timed.add(key, scope)
    this.count(c, scope, 1)
    if (isResolved(c)) this.settled[scope].add(c.reference)
    else this.waiting.add(key, scope)
  }

  /** Takes a case away as it was added. */
  delete(c: Case, scope: Scope): void {
    const key = whistleKey(c)
    this.ordered.delete(c.reference)
    this.timed.delete(key, scope)
    this.count(c, scope, -1)
    if (isResolved(c)) this.settled[scope].delete(c.reference)
    else this.waiting.delete(key, scope)
  }

  private count(c: Case, scope: Scope, by: 1 | -1): void {
    this.totals[scope] += by
    this.timelines[scope] += by * c.timeline.length
    if (c.placeRaised) this.raisedPlaces[scope] += by
  }
}

/** A list without cases, for keys under which none stands. */
export const NO_CASES: Omit<CaseList, 'add' | 'delete'> = new CaseList()

/** Keys of cases: one text stands in the dozen lists in which its case does. */
const keys = new WeakMap<Case, string>()

/** Place of a case in lists: the time of its whistle, or the year of its reference where no time is known. */
export function whistleKey(c: Case): string {
  const key = keys.get(c) ?? timedKey(whistledAt(c) ?? referenceParts(c.reference).year, c.reference)
  keys.set(c, key)
  return key
}
