import type { Notice } from './notice.ts'
import { SortedKeys } from './sortedKeys.ts'
import type { NoticeKind } from './vocabulary.ts'
import type { Scope } from './world.ts'

type Counts = { sent: number; answered: number }
const PART = '\u0000'

/** Notices that have something in common, counted by scope and kind; the newest and the unanswered are at hand. */
export class NoticeList {
  private readonly byDay = new SortedKeys()
  private readonly waiting = new SortedKeys()
  private readonly counts = new Map<string, Counts>()

  get size(): number {
    return this.byDay.size
  }

  /** How many of a kind were sent, and how many of them have an outcome. */
  countOf(scope: Scope, kind: NoticeKind): Readonly<Counts> {
    return this.counts.get(`${scope} ${kind}`) ?? { sent: 0, answered: 0 }
  }

  /** Numbers of the notices without an outcome, in order. */
  unanswered(): readonly string[] {
    return this.waiting.all()
  }

  /** Numbers, by day of issue and number. */
  numbers(): string[] {
    return this.byDay.all().map(numberOf)
  }

  /** Numbers of at least the `most` last issued, whole days: who sorts within a day finds them all. */
  latest(most: number): string[] {
    const all = this.byDay.all()
    let from = Math.max(0, all.length - most)
    while (from > 0 && dayOf(all[from - 1] as string) === dayOf(all[from] as string)) from--
    return all.slice(from).map(numberOf)
  }

  add(n: Notice, scope: Scope): void {
    this.byDay.add(`${n.issuedOn}${PART}${n.number}`)
    if (!n.outcome) this.waiting.add(n.number)
    this.count(n, scope, 1)
  }

  /** Takes a notice away as it was added. */
  delete(n: Notice, scope: Scope): void {
    this.byDay.delete(`${n.issuedOn}${PART}${n.number}`)
    if (!n.outcome) this.waiting.delete(n.number)
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

const dayOf = (key: string) => key.slice(0, key.indexOf(PART))
const numberOf = (key: string) => key.slice(key.indexOf(PART) + 1)
