import { type Case, whistledAt } from '../records/case.ts'
import { scopeOf } from '../scope.ts'
import { CASE_INDEXES } from '../world/caseIndexes.ts'
import type { World } from '../world/world.ts'
import { cellsOfCase } from './countedCells.ts'
import { pickedOf } from './pickedCases.ts'
import type { Statistics } from './statistics.ts'

/** Everything by which a case counts: where it stands, what its rows give, and on which lists they are. */
function countedOf(c: Case, world: World, statistics: Statistics): string {
  const facts = statistics.factsOf(c)
  return JSON.stringify([
    scopeOf(c),
    whistledAt(c),
    c.status,
    [...CASE_INDEXES.values()].map((keysOf) => keysOf(c, world)),
    c.timeline.map((e) => e.department ?? ''),
    cellsOfCase(c, facts),
    pickedOf(c, facts),
  ])
}

/** What was found of the row after a change, by the row before it and the as-of day: many pages ask the same. */
const found = new WeakMap<Case, { before: Case; asOf: string; isAlike: boolean }>()

/** Whether a changed case counts as it did: then no number and no length of a list is another one because of it. */
export function isCountedAlike(
  before: Case | undefined,
  after: Case | undefined,
  { world, statistics }: { world: World; statistics: Statistics },
): boolean {
  if (!before || !after) return false
  const { asOf } = world.snapshot
  const known = found.get(after)
  if (known?.before === before && known.asOf === asOf) return known.isAlike
  const isAlike = countedOf(before, world, statistics) === countedOf(after, world, statistics)
  found.set(after, { before, asOf, isAlike })
  return isAlike
}
