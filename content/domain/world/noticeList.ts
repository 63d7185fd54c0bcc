import type { Notice } from '../records/notice.ts'
import type { Scope } from '../scope.ts'
import type { NoticeKind } from '../vocabulary.ts'
import { idOfKey, TimedKeys, timedKey, timeOfKey } from './timedKeys.ts'

type Counts = { sent: number; answered: number }

/** Notices that have something in common, counted by scope and kind; the newest and the unanswered are at hand. */
export class NoticeList {
  /** All of them by day of issue. */
  readonly timed = new TimedKeys()
  /** Those without an outcome by day of issue. */
  readonly waiting = new TimedKeys()
  private readonly counts = new Map<string, Counts>()

  get size(): number {
    return this.timed.size
  }

  /** How many of a kind were sent, and how many of them have an outcome. */
  countOf(scope: Scope, kind: NoticeKind): Readonly<Counts> {
    return this.counts.get(`${scope} ${kind}`) ?? { sent: 0, answered: 0 }
  }

  /** Numbers of the notices without an outcome, by day of issue and number. */
  unanswered(): string[] {
    return keysOf(this.waiting).map(idOfKey)
  }

  /** Numbers, by day of issue and number. */
  numbers(): string[] {
    return keysOf(this.timed).map(idOfKey)
  }

  /** Numbers of at least the `most` last issued, whole days: who sorts within a day finds them all. */
  latest(most: number): string[] {
    const all = keysOf(this.timed)
    let from = Math.max(0, all.length - most)
    while (from > 0 && dayAt(all, from - 1) === dayAt(all, from)) from--
    return all.slice(from).map(idOfKey)
  }

  add(n: Notice, scope: Scope): void {
    this.timed.add(issueKey(n), scope)
    if (!n.outcome) this.waiting.add(issueKey(n), scope)
    this.count(n, scope, 1)
  }

  /** Takes a notice away as it was added. */
  delete(n: Notice, scope: Scope): void {
    this.timed.delete(issueKey(n), scope)
    if (!n.outcome) this.waiting.delete(issueKey(n), scope)
    this.count(n, scope, -1)
  }

  private count(n: Notice, scope: Scope, by: 1 | -1): void {
    const name = `${scope} ${n.kind}`
    const counts = this.counts.get(name) ?? { sent: 0, answered: 0 }
    counts.sent += by
    if (n.outcome) counts.answered += by
    this.counts.set(name, counts)
  }
}

/** Place of a notice in lists. */
export function issueKey({ issuedOn, number }: Pick<Notice, 'issuedOn' | 'number'>): string {
  return timedKey(issuedOn, number)
}

const keysOf = (timed: TimedKeys) => timed.months().flatMap((month) => timed.inMonth(month))
const dayAt = (keys: readonly string[], at: number) => timeOfKey(keys[at] as string)
