import type { Area } from '#domain/records/area'
import { TABLES } from '#domain/records/snapshot'
import { orderFault, treeFaults } from '#domain/world/areaTree'
import type { Change, World } from '#domain/world/world'
import type { Problem } from './collect.ts'

/**
 * Changes of places after which the tree would not be sound, with the reason in words: a loop, or levels out of order.
 * The newsroom refuses them; here is held what came past it. Empty where the whole tree stays sound.
 */
export function unsoundPlaces(world: World, changes: readonly Change[]): ReadonlyMap<Change, string> {
  const found = new Map<Change, string>()
  const own = changes.filter((change) => change.table === 'areas' && change.after !== undefined)
  const areas = own.length > 0 ? placesAfter(world, changes) : []
  if (treeFaults(areas).size === 0) return found
  for (const change of own) {
    const others = areas.filter((each) => each.slug !== change.key)
    const fault = orderFault(change.after as Area, others)
    if (fault) found.set(change, wordsOf(fault))
  }
  return found
}

/** What is wrong with the tree of places that readers have after the changes, whoever brought it in. */
export function treeProblems(world: World, changes: readonly Change[]): Problem[] {
  const faults = treeFaults(placesAfter(world, changes))
  return [...faults].map(([key, fault]) => ({ table: 'areas', key, reason: wordsOf(fault) }))
}

function placesAfter(world: World, changes: readonly Change[]): Area[] {
  const areas = new Map(world.snapshot.tables.areas)
  for (const { table, key, after } of changes) {
    if (table !== 'areas') continue
    if (after === undefined) areas.delete(key)
    else areas.set(key, after as Area)
  }
  return [...areas.values()]
}

const wordsOf = (fault: string) => `${TABLES.areas.label}的上级：${fault}`
