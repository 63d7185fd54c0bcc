import { namedBy, type Row, TABLES } from '../../records/snapshot.ts'
import { loopFault, type TreeArea } from '../../world/areaTree.ts'
import { neighbourFault } from '../../world/neighbourFault.ts'
import type { Outcome, PlannedRow, ReasonKind } from '../importPlan.ts'
import { MADE_TABLES, type MadeTable } from '../importTables.ts'
import type { ImportWorld } from '../importWorld.ts'
import type { Mapping } from '../mapping.ts'

type Fault = { kind: ReasonKind; outcome: Outcome; text: string }

/** Tells of places and departments what is seen only when all rows are planned: what they name, are below and are called. */
export function tellNeighbours(rows: readonly PlannedRow[], mapping: Mapping, world: ImportWorld): void {
  for (const table of MADE_TABLES) {
    const own = rows.filter((row) => row.table === table && isWritten(row))
    const coming = new Map(own.map(({ key, record }) => [String(key), record as TreeArea]))
    const others = [...world.neighbours[table]]
    for (const row of own) {
      const record = row.record as Row<MadeTable>
      const fault =
        namedFault(row, coming, mapping, world) ??
        loopOf(row, coming) ??
        (mapping.publish ? refused(neighbourFault(table, record, others)) : null)
      if (row.outcome === 'create') others.push(record)
      if (!fault) continue
      row.outcome = fault.outcome
      row.reasons.push({ kind: fault.kind, text: fault.text })
    }
  }
}

const isWritten = ({ outcome }: PlannedRow) => outcome === 'create' || outcome === 'change'

/** What it names neither is there nor comes with it, or would stay a draft while it is public. */
function namedFault(
  { table, record }: PlannedRow,
  coming: ReadonlyMap<string, unknown>,
  { publish }: Mapping,
  { state, today }: ImportWorld,
): Fault | null {
  if (!TABLES[table].schema.safeParse({ ...record, publishedOn: today, changedOn: today }).success)
    return null
  for (const named of namedBy(table, record as unknown as Row<MadeTable>)) {
    if (named.table === table && coming.has(named.key)) continue
    const what = `${TABLES[named.table].label}${named.key}`
    const known = state(named.table, named.key)
    if (known === undefined || known === 'in-bin')
      return { kind: 'unknown-name', outcome: 'ask', text: `没有${what}：请改对照表，或先建好它` }
    if (known === 'draft' && publish)
      return refused(`所指的${what}还没有公开：先公开它，或把这次导入存成草稿`)
  }
  return null
}

/** New places that stand below each other in a circle: none can be the first. */
function loopOf({ table, outcome, record }: PlannedRow, coming: ReadonlyMap<string, TreeArea>): Fault | null {
  return table === 'areas' && outcome === 'create' ? refused(loopFault(record as TreeArea, coming)) : null
}

function refused(text: string): Fault
function refused(text: string | null): Fault | null
function refused(text: string | null): Fault | null {
  return text === null ? null : { kind: 'neighbour', outcome: 'refuse', text }
}
