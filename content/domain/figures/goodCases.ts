import { closedAt, isResolved } from '../records/case.ts'
import type { Row } from '../records/snapshot.ts'
import type { World } from '../world/world.ts'
import type { Statistics } from './statistics.ts'

/** A case that went well, with what makes it so. */
export type GoodCase = { reference: string; days: number; departments: number }

/** What was found of a row. Rows are never changed in place, and how soon departments came does not move with the as-of day. */
const known = new WeakMap<Row<'cases'>, GoodCase | null>()

function goodCaseOf(c: Row<'cases'>, statistics: Statistics): GoodCase | null {
  if (!isResolved(c) || !closedAt(c)) return null
  const { closureDays, calls, reopened } = statistics.factsOf(c)
  if (closureDays === null || reopened || calls.length === 0) return null
  if (calls.some((call) => call.late !== false)) return null
  return { reference: c.reference, days: closureDays, departments: calls.length }
}

/**
 * The up to `most` quickest cases of a list that went well by a rule anyone can check: closed by the community,
 * never reopened, every department in time, both days known. Sample cases are left out where `scope` is real.
 */
export function goodCases(
  references: readonly string[],
  { world, statistics }: { world: World; statistics: Statistics },
  sample: boolean,
  most = 3,
): GoodCase[] {
  const found: GoodCase[] = []
  for (const reference of references) {
    const c = world.need('cases', reference)
    if ((c.origin === 'sample') !== sample) continue
    const good = known.has(c) ? known.get(c) : goodCaseOf(c, statistics)
    known.set(c, good ?? null)
    if (good) found.push(good)
  }
  return found.sort((a, b) => a.days - b.days || (a.reference < b.reference ? -1 : 1)).slice(0, most)
}
