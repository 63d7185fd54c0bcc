import type { PayloadRequest } from 'payload'
import type { AskedRehearsal } from '#domain/published/rehearsal'
import { keyOf, TABLES, type TableName } from '#domain/records/snapshot'
import { readMainRow } from '../hooks/mainRow.ts'
import { type FieldFault, refuse } from '../hooks/refuse.ts'
import { asPublic } from './asPublic.ts'
import type { RehearsalOf } from './rehearsals.ts'
import { withoutGaps } from './withoutGaps.ts'

type Given = {
  table: TableName
  id: number | string | undefined
  data: Record<string, unknown>
  of: RehearsalOf
}

/** A change to be rehearsed, null where there is none yet; and what is in the way of publishing, or was left out. */
type RehearsedChange = {
  change: AskedRehearsal['changes'][number] | null
  faults: FieldFault[]
  gaps: string[]
}

/** The change that somebody asks about. A page is shown of what is not complete, too; numbers are not. */
export async function rehearsedChange(
  req: PayloadRequest,
  { table, id, data, of }: Given,
): Promise<RehearsedChange> {
  if (of === 'withdrawal') return { change: await withdrawalOf(req, table, id), faults: [], gaps: [] }
  const { row, candidate, standing, faults } = await asPublic(req, table, id, data)
  const filled = row ? { row, gaps: [] } : withoutGaps(table, candidate, standing)
  const shown = of === 'page' ? filled.row : row
  const change = shown && { table, key: keyOf(table, shown as never), row: shown as Record<string, unknown> }
  return { change, faults, gaps: filled.gaps }
}

async function withdrawalOf(req: PayloadRequest, table: TableName, id: number | string | undefined) {
  const main = id === undefined ? null : await readMainRow(req, table, { id: { equals: id } })
  if (!main?.published) refuse(`这条${TABLES[table].label}没有公开，不用撤下`)
  return { table, key: main.key, row: null }
}
