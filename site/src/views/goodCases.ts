import { closedAt, isResolved } from '#domain/case'
import type { Row } from '#domain/snapshot'
import type { Context } from '../context.ts'

/** A case that went well, with what makes it so. */
export type GoodCase = { reference: string; days: number; departments: number }

/**
 * The up to `most` quickest cases of a list that went well by a rule anyone can check: closed by the community,
 * never reopened, every department in time, both days known. Sample cases are left out where `scope` is real.
 */
export function goodCases(
  references: readonly string[],
  { world, statistics }: Context,
  sample: boolean,
  most = 3,
): GoodCase[] {
  const found: GoodCase[] = []
  for (const reference of references) {
    const c: Row<'cases'> = world.need('cases', reference)
    if ((c.origin === 'sample') !== sample || !isResolved(c) || !closedAt(c)) continue
    const facts = statistics.factsOf(c)
    const { closureDays, calls, reopened } = facts
    if (closureDays === null || reopened || calls.length === 0) continue
    if (calls.some((call) => call.late !== false)) continue
    found.push({ reference, days: closureDays, departments: calls.length })
  }
  return found.sort((a, b) => a.days - b.days || (a.reference < b.reference ? -1 : 1)).slice(0, most)
}
