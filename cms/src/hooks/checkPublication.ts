import type { PayloadRequest } from 'payload'
import type { PrivateDecision } from '#domain/private/decisions'
import { INVENTED_DECISIONS } from '#domain/private/inventedFinds'
import { privateFields } from '#domain/private/privateFields'
import { whistledAt } from '#domain/records/case'
import { type Row, TABLES, type TableName } from '#domain/records/snapshot'
import { mayFollow } from '#domain/records/workflow'
import { CASE_STATE_LABELS, type CaseState } from '#domain/vocabulary'
import { formPath } from '../form/formPath.ts'
import { assemble } from '../snapshot/assemble.ts'
import { issueInWords } from '../snapshot/issueInWords.ts'
import { namedKeys } from '../snapshot/namedKeys.ts'
import { checkNeighbours } from './checkNeighbours.ts'
import { checkNoticesOfCase } from './noticesOfCase.ts'
import { doubtsOf, toldFind } from './privateDecisions.ts'
import { refuseFields } from './refuse.ts'
import type { MainRow } from './writeContext.ts'

/**
 * Refuses in words what a release would refuse because of this record: a row that breaks its schema, a record that is
 * not public but named, a state that cannot follow or that its timeline contradicts, private words in a public text; and
 * words of which there is doubt, until somebody has decided to keep them.
 * @returns the public row
 */
export async function checkPublication<T extends TableName>(
  req: PayloadRequest,
  table: T,
  data: Record<string, unknown>,
  before: MainRow | undefined,
  decisions: readonly PrivateDecision[],
): Promise<Row<T>> {
  const name = `${TABLES[table].label}${String(data[TABLES[table].key])}`
  const keys = await namedKeys(req.payload, table, [data], req)
  const { row, candidate, problems } = assemble(table, data, keys)
  const finds = privateFields(row ?? candidate)
  const known = data.origin === 'sample' ? [...decisions, ...INVENTED_DECISIONS] : decisions
  const wrong = [...problems, ...doubtsOf(finds, known)]
  if (!row || wrong.length > 0) {
    const { flattenedFields } = req.payload.collections[table].config
    const faults = wrong.map(({ field, reason }) => ({
      path: formPath(flattenedFields, field),
      message: issueInWords(TABLES[table].schema, field, reason),
    }))
    const words = faults.map(({ message }) => message).join('；')
    refuseFields(`${name}不能公开：${words}`, faults, { private: finds.map(toldFind) })
  }
  await checkNeighbours(req, table, row, name)
  if (table === 'cases') {
    checkCase(name, row as Row<'cases'>, before)
    await checkNoticesOfCase(req, name, row as Row<'cases'>, before)
  }
  return row
}

/** The year that a reference tells must be that of the whistle when it is first published; afterwards it stays. */
function referenceFault({ reference, timeline }: Row<'cases'>): string | null {
  const whistled = whistledAt({ timeline })?.slice(0, 4)
  const told = reference.split('-')[1]
  return whistled && told !== whistled
    ? `编号 ${reference} 里的年份是 ${told}，这一哨却是 ${whistled} 年吹的：公开以后编号不能再改，请换一个`
    : null
}

function checkCase(name: string, row: Row<'cases'>, before: MainRow | undefined): void {
  const fault = before?.row.publishedOn ? null : referenceFault(row)
  if (fault) refuseFields(`${name}不能公开：${fault}`, [{ path: 'reference', message: fault }])
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
