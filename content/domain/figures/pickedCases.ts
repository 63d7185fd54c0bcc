import type { Case } from '../records/case.ts'
import { SCOPES, type Scope } from '../scope.ts'
import { whistleKey } from '../world/caseList.ts'
import { SortedKeys } from '../world/sortedKeys.ts'
import { idOfKey, TimedKeys, timedKey } from '../world/timedKeys.ts'
import type { CaseFacts } from './facts.ts'
import { PICKED_LISTS, type PickedId, SLOWEST_CASES } from './pickedLists.ts'

/** How a case stands in the picked lists: enough to take it out as it was put in. */
export type Picked = { key: string; days: number | null; rows: readonly { id: PickedId; count: number }[] }

/** What of a case is on the picked lists; null where nothing is. */
export function pickedOf(c: Case, facts: CaseFacts): Picked | null {
  const rows = PICKED_LISTS.map(({ id, picks }) => ({ id, count: picks(c, facts).length }))
  const some = rows.filter(({ count }) => count > 0)
  return some.length > 0 ? { key: whistleKey(c), days: facts.closureDays, rows: some } : null
}

type Held = { timed: TimedKeys; rows: Record<Scope, number> }

/** The cases of the picked lists by the time of their whistle, and the closed ones by how long they took. */
export class PickedCases {
  private readonly lists = new Map<PickedId, Held>(
    PICKED_LISTS.map(({ id }) => [id, { timed: new TimedKeys(), rows: { real: 0, sample: 0 } }]),
  )
  private readonly byDays = { real: new SortedKeys(), sample: new SortedKeys() }
  /** Rows that each case got on a list, or lost, while a new day is counted. */
  private net: Map<PickedId, Map<string, number>> | null = null
  private ofDay = new Map<PickedId, readonly string[]>()

  /** Cases with a row on a list, by the time of their whistle; none for the slowest, which have an order of their own. */
  timed(id: PickedId): TimedKeys {
    return this.held(id).timed
  }

  /** Rows of a scope on a list; of the slowest only those that are shown. */
  rows(id: PickedId, scope: Scope): number {
    const rows = this.held(id).rows[scope]
    return id === 'slowest' ? Math.min(rows, SLOWEST_CASES) : rows
  }

  /** Rows of both scopes on a list. */
  size(id: PickedId): number {
    return SCOPES.reduce((sum, scope) => sum + this.rows(id, scope), 0)
  }

  /** References of the closed cases that took longest, the slowest first. */
  slowest(scope: Scope): string[] {
    return this.byDays[scope].last(SLOWEST_CASES).map(idOfKey).reverse()
  }

  /** Has counted anew what a new as-of day tells otherwise, and keeps which rows come or go with it. */
  newDay(recount: () => void): void {
    const net = new Map(PICKED_LISTS.map(({ id }) => [id, new Map<string, number>()]))
    this.net = net
    recount()
    this.net = null
    const moved = (rows: Map<string, number>) => [...rows].flatMap(([key, by]) => (by === 0 ? [] : [key]))
    this.ofDay = new Map([...net].map(([id, rows]) => [id, moved(rows)]))
  }

  /** Cases by the time of their whistle whose rows on a list came or went as the as-of day last moved. */
  movedByDay(id: PickedId): readonly string[] {
    return this.ofDay.get(id) ?? []
  }

  /** Puts a case in (1), or takes it out as it was put in (-1). */
  take({ key, days, rows }: Picked, scope: Scope, by: 1 | -1): void {
    const put = by === 1 ? 'add' : 'delete'
    for (const { id, count } of rows) {
      const held = this.held(id)
      if (id !== 'slowest') held.timed[put](key, scope)
      held.rows[scope] += by * count
      const net = this.net?.get(id)
      net?.set(key, (net.get(key) ?? 0) + by * count)
    }
    if (days !== null) this.byDays[scope][put](timedKey(String(days).padStart(6, '0'), idOfKey(key)))
  }

  private held(id: PickedId): Held {
    return this.lists.get(id) as Held
  }
}
