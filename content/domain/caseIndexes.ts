import { type Case, caseCategory, departmentsOf, whistledAt } from './case.ts'
import { monthOf } from './dates.ts'

const some = (value: string | null | undefined) => (value ? [value] : [])

/** What cases are looked up by: the keys under which a case stands. `told` is a department of its timeline, called or not. */
export const CASE_INDEXES = {
  state: (c) => [c.status],
  kind: (c) => some(c.kind),
  urgency: (c) => some(c.urgency),
  category: (c) => some(caseCategory(c)?.toString()),
  duty: (c) => c.duties,
  area: (c, areaPath) => areaPath(c.area),
  department: departmentsOf,
  month: (c) => some(monthOf(whistledAt(c) ?? '')),
  origin: (c) => [c.origin],
  lead: (c) => some(c.lead),
  told: (c) => c.timeline.flatMap((e) => some(e.department)),
  source: (c) => [...c.sources, ...c.timeline.flatMap((e) => some(e.source))],
  notice: (c) => c.timeline.flatMap((e) => some(e.notice)),
} as const satisfies Record<string, (c: Case, areaPath: (slug: string) => string[]) => readonly string[]>
export type IndexName = keyof typeof CASE_INDEXES
export const INDEX_NAMES = Object.keys(CASE_INDEXES) as IndexName[]
