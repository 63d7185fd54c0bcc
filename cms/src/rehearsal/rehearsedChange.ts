import type { PayloadRequest } from 'payload'
import type { AskedRehearsal } from '#domain/published/rehearsal'
import { keyOf, TABLES, type TableName } from '#domain/records/snapshot'
import { readMainRow } from '../hooks/mainRow.ts'
import { type FieldFault, refuse } from '../hooks/refuse.ts'
import { keptArea } from '../snapshot/placesOfResidents.ts'
import { asPublic } from './asPublic.ts'
import { casesMoved } from './casesMoved.ts'
import type { RehearsalOf } from './rehearsals.ts'
import { withoutGaps } from './withoutGaps.ts'

type Given = {
  table: TableName
  id: number | string | undefined
  data: Record<string, unknown>
  of: RehearsalOf
}

/**
 * What is to be rehearsed: the change that was asked about and those that come with it, nothing where there is none yet;
 * and what is in the way of publishing, or was left out.
 */
type RehearsedChange = {
  changes: AskedRehearsal['changes']
  faults: FieldFault[]
  gaps: string[]
}

/** The change that somebody asks about. A page is shown of what is not complete, too; numbers are not. */
export async function rehearsedChange(
  req: PayloadRequest,
  { table, id, data, of }: Given,
): Promise<RehearsedChange> {
  if (of === 'withdrawal') return { changes: await withdrawalOf(req, table, id), faults: [], gaps: [] }
  const { row, candidate, kept, standing, faults } = await asPublic(req, table, id, data)
  const filled = row ? { row, gaps: [] } : withoutGaps(table, candidate, standing)
  const shown = of === 'page' ? filled.row : row
  const change = shown && { table, key: keyOf(table, shown as never), row: shown as Record<string, unknown> }
  if (!change) return { changes: [], faults, gaps: filled.gaps }
  const moved = await movedWith(req, table, { ...kept, id, _status: 'published' })
  return { changes: [change, ...moved], faults, gaps: filled.gaps }
}

async function withdrawalOf(req: PayloadRequest, table: TableName, id: number | string | undefined) {
  const main = id === undefined ? null : await readMainRow(req, table, { id: { equals: id } })
  if (!main?.published) refuse(`这条${TABLES[table].label}没有公开，不用撤下`)
  const moved = await movedWith(req, table, { ...main.row, _status: 'draft' })
  return [{ table, key: main.key, row: null }, ...moved]
}

/** The cases that come with a change of a place; none with that of anything else, or of a new place. */
async function movedWith(req: PayloadRequest, table: TableName, doc: object) {
  const isPlace = table === 'areas' && (doc as { id?: unknown }).id !== undefined
  return isPlace ? casesMoved(req, keptArea(doc as never)) : []
}
