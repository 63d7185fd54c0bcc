import type { Area } from '#domain/records/area'
import { type AnyRow, TABLES } from '#domain/records/snapshot'
import { MERGED_TABLES, type MergedTable } from '#domain/records/succession'
import { type Merged, mergerFault, orderFault, treeFaults } from '#domain/world/areaTree'
import type { Change, World } from '#domain/world/world'
import type { Problem } from './collect.ts'

/**
 * Changes of places and departments after which they would not hang together soundly, with the reason in words: places in
 * a loop, or levels out of order; a merger that comes back to itself, or into another level. The newsroom refuses them;
 * here is held what came past it. Empty where the whole is sound.
 */
export function unsoundChanges(world: World, changes: readonly Change[]): ReadonlyMap<Change, string> {
  const found = new Map<Change, string>()
  for (const table of MERGED_TABLES) {
    const own = changes.filter((change) => change.table === table && change.after !== undefined)
    const rows = own.length > 0 ? rowsAfter(world, table, changes) : []
    if (faultsOf(table, rows).size === 0) continue
    for (const change of own) {
      const others = rows.filter((each) => each.slug !== change.key)
      const fault = faultOf(table, change.after as Area, others)
      if (fault) found.set(change, fault)
    }
  }
  return found
}

/** What is wrong with the places and departments that readers have after the changes, whoever brought it in. */
export function unsoundRecords(world: World, changes: readonly Change[]): Problem[] {
  return MERGED_TABLES.flatMap((table) =>
    [...faultsOf(table, rowsAfter(world, table, changes))].map(([key, reason]) => ({ table, key, reason })),
  )
}

/** Rows of a table as readers have them after the changes. */
function rowsAfter(world: World, table: MergedTable, changes: readonly Change[]): Area[] {
  const rows = new Map<string, AnyRow>(world.snapshot.tables[table])
  for (const { table: changed, key, after } of changes) {
    if (changed !== table) continue
    if (after === undefined) rows.delete(key)
    else rows.set(key, after)
  }
  return [...rows.values()] as Area[]
}

/** What is wrong among the rows of a table, by their keys; what is wrong between two is told of one. */
function faultsOf(table: MergedTable, rows: readonly Area[]): ReadonlyMap<string, string> {
  const faults = new Map<string, string>()
  for (const row of rows.filter(({ replacedBy }) => replacedBy !== undefined)) {
    const fault = mergedWrongly(table, row, rows)
    if (fault) faults.set(row.slug, fault)
  }
  if (table === 'areas') for (const [key, fault] of treeFaults(rows)) faults.set(key, placedWrongly(fault))
  return faults
}

function faultOf(table: MergedTable, row: Area, others: readonly Area[]): string | null {
  const fault = table === 'areas' ? orderFault(row, others) : null
  return fault ? placedWrongly(fault) : mergedWrongly(table, row, others)
}

function mergedWrongly(table: MergedTable, row: Merged, others: readonly Merged[]): string | null {
  const fault = mergerFault(row, others)
  return fault && `${TABLES[table].label}的并入：${fault}`
}

const placedWrongly = (fault: string) => `${TABLES.areas.label}的上级：${fault}`
