import type { Case } from '../records/case.ts'
import { FACETS, type FacetId } from './facets.ts'
import type { World } from './world.ts'

type KeysUnder = (c: Case, world: World) => readonly string[]

const some = (value: string | undefined) => (value ? [value] : [])

/** What cases are looked up by beside the facets. `told` is a department of the timeline, called or not. */
const BESIDE = {
  lead: (c, world) => world.succession.departments.allStanding(some(c.lead)),
  told: (c, world) => world.succession.departments.allStanding(c.timeline.flatMap((e) => some(e.department))),
  source: (c) => [...c.sources, ...c.timeline.flatMap((e) => some(e.source))],
  notice: (c) => c.timeline.flatMap((e) => some(e.notice)),
} as const satisfies Record<string, KeysUnder>
type BesideName = keyof typeof BESIDE

/** Names of the look-ups: every facet is one. */
export type IndexName = FacetId | BesideName

/** Every look-up with the keys under which a case stands. */
export const CASE_INDEXES: ReadonlyMap<IndexName, KeysUnder> = new Map([
  ...FACETS.map(({ id, valuesOf }): [IndexName, KeysUnder] => [id, valuesOf]),
  ...Object.entries(BESIDE).map(([name, keys]): [IndexName, KeysUnder] => [name as BesideName, keys]),
])

/** The key under which an index holds what a key names: of merged places and departments that of their successor. */
export function standingIn(index: IndexName, key: string, { succession }: Pick<World, 'succession'>): string {
  if (index === 'area') return succession.areas.standing(key)
  const isDepartment = index === 'department' || index === 'lead' || index === 'told'
  return isDepartment ? succession.departments.standing(key) : key
}
