import { type Case, isResolved, whistledAt } from './case.ts'
import { blockOf, referenceParts } from './keys.ts'
import { SortedKeys } from './sortedKeys.ts'
import type { Scope } from './world.ts'

/** A hundred numbers of a year with the references of a list that lie there, in order. */
export type Block = { year: string; hundred: string; references: readonly string[] }

/** Parts the two halves of a composed key; sorts before every other character. */
const PART = '\u0000'
/** Sorts after every time that is known. */
const NO_TIME = '9999'

/**
 * Cases that have something in common, with what lists and figures ask of them: totals, the open ones by waiting time,
 * and the blocks of a hundred numbers. Taking in a case costs no more in a long list than in a short one.
 */
export class CaseList {
  private readonly ordered = new SortedKeys()
  private readonly years = new Map<string, Map<string, SortedKeys>>()
  private readonly waiting = { real: new SortedKeys(), sample: new SortedKeys() }
  private readonly settled = { real: new SortedKeys(), sample: new SortedKeys() }
  private readonly totals = { real: 0, sample: 0 }
  private readonly timelines = { real: 0, sample: 0 }
  /** What `blocks` last gave; null when it no longer holds. */
  private sortedBlocks: readonly Block[] | null = null

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

  openCount(scope: Scope): number {
    return this.waiting[scope].size
  }

  /**
   * References of the unresolved cases of a scope, the longest waiting first; those whose whistle has no known time
   * come last, in order of their references.
   */
  open(scope: Scope, most = Number.POSITIVE_INFINITY): string[] {
    return this.waiting[scope]
      .all()
      .slice(0, most)
      .map((key) => key.slice(key.indexOf(PART) + 1))
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

  /** References of the list in the block in which a reference lies. */
  blockWith(reference: string): readonly string[] {
    return this.years.get(referenceParts(reference).year)?.get(blockOf(reference))?.all() ?? []
  }

  /** The blocks that hold a case, by year and number: the same array until a case comes or goes. */
  blocks(): readonly Block[] {
    this.sortedBlocks ??= [...this.years]
      .sort(byKey)
      .flatMap(([year, blocks]) =>
        [...blocks].sort(byKey).map(([hundred, keys]) => ({ year, hundred, references: keys.all() })),
      )
    return this.sortedBlocks
  }

  add(c: Case, scope: Scope): void {
    const { year } = referenceParts(c.reference)
    const blocks = this.years.get(year) ?? new Map<string, SortedKeys>()
    this.years.set(year, blocks)
    const block = blocks.get(blockOf(c.reference)) ?? new SortedKeys()
    blocks.set(blockOf(c.reference), block)
    block.add(c.reference)
    this.ordered.add(c.reference)
    this.count(c, scope, 1)
    if (isResolved(c)) this.settled[scope].add(c.reference)
    else this.waiting[scope].add(waitingKey(c))
  }

  /** Takes a case away as it was added. */
  delete(c: Case, scope: Scope): void {
    const { year } = referenceParts(c.reference)
    const blocks = this.years.get(year)
    const block = blocks?.get(blockOf(c.reference))
    block?.delete(c.reference)
    if (block?.size === 0) blocks?.delete(blockOf(c.reference))
    if (blocks?.size === 0) this.years.delete(year)
    this.ordered.delete(c.reference)
    this.count(c, scope, -1)
    if (isResolved(c)) this.settled[scope].delete(c.reference)
    else this.waiting[scope].delete(waitingKey(c))
  }

  private count(c: Case, scope: Scope, by: 1 | -1): void {
    this.sortedBlocks = null
    this.totals[scope] += by
    this.timelines[scope] += by * c.timeline.length
  }
}

/** A list without cases, for keys under which none stands. */
export const NO_CASES: Omit<CaseList, 'add' | 'delete'> = new CaseList()

function waitingKey(c: Case): string {
  return `${whistledAt(c) ?? NO_TIME}${PART}${c.reference}`
}

function byKey([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1
}
