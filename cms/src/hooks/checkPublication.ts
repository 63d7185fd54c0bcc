import type { PayloadRequest } from 'payload'
import { type Row, TABLES, type TableName } from '#domain/records/snapshot'
import { mayFollow } from '#domain/records/workflow'
import { CASE_STATE_LABELS, type CaseState } from '#domain/vocabulary'
import { formPath } from '../form/formPath.ts'
import { assemble } from '../snapshot/assemble.ts'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { namedKeys } from '../snapshot/namedKeys.ts'
import { checkNeighbours } from './checkNeighbours.ts'
import { type FieldFault, refuseFields } from './refuse.ts'
import type { MainRow } from './writeContext.ts'

/**
 * Refuses in words what a release would refuse because of this record: a row that breaks its schema, a record that is
 * not public but named, a state that cannot follow or that its timeline contradicts, a private number in a public text.
 */
export async function checkPublication<T extends TableName>(
  req: PayloadRequest,
  table: T,
  data: Record<string, unknown>,
  before: MainRow | undefined,
): Promise<void> {
  const name = `${TABLES[table].label}${String(data[TABLES[table].key])}`
  const keys = await namedKeys(req.payload, table, [data], req)
  const { row, problems } = assemble(table, data, keys)
  if (!row) {
    const { flattenedFields } = req.payload.collections[table].config
    const faults: FieldFault[] = problems.map((p) => ({
      path: formPath(flattenedFields, p.field),
      message: issueInWords(TABLES[table].schema, p.field, p.reason),
    }))
    refuseFields(`${name}不能公开：${faults.map(({ message }) => message).join('；')}`, faults)
  }
  await checkNeighbours(req, table, row, name)
  if (table === 'cases') checkCase(name, row as Row<'cases'>, before)
}

function checkCase(name: string, row: Row<'cases'>, before: MainRow | undefined): void {
  const from = before?.published ? (before.row.status as CaseState) : undefined
  if (from && !mayFollow(from, row.status))
    refuseFields(
      `${name}的状态不能从“${CASE_STATE_LABELS[from]}”直接改成“${CASE_STATE_LABELS[row.status]}”`,
      [
        {
          path: 'status',
          message: `不能从“${CASE_STATE_LABELS[from]}”直接改成“${CASE_STATE_LABELS[row.status]}”`,
        },
      ],
    )
}
