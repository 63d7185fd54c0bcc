import type { Case } from '../records/case.ts'
import { FACETS, type FacetId } from './facets.ts'
import type { World } from './world.ts'

const some = (value: string | undefined) => (value ? [value] : [])

/** What cases are looked up by beside the facets. `told` is a department of the timeline, called or not. */
const BESIDE = {
  lead: (c) => some(c.lead),
  told: (c) => c.timeline.flatMap((e) => some(e.department)),
  source: (c) => [...c.sources, ...c.timeline.flatMap((e) => some(e.source))],
  notice: (c) => c.timeline.flatMap((e) => some(e.notice)),
} as const satisfies Record<string, (c: Case) => readonly string[]>
type BesideName = keyof typeof BESIDE

/** Names of the look-ups: every facet is one. */
export type IndexName = FacetId | BesideName

type KeysUnder = (c: Case, world: World) => readonly string[]

/** Every look-up with the keys under which a case stands. */
export const CASE_INDEXES: ReadonlyMap<IndexName, KeysUnder> = new Map([
  ...FACETS.map(({ id, valuesOf }): [IndexName, KeysUnder] => [id, valuesOf]),
  ...Object.entries(BESIDE).map(([name, keys]): [IndexName, KeysUnder] => [name as BesideName, keys]),
])
