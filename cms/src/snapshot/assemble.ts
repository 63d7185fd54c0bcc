import { certainFields } from '#domain/private/privateFields'
import { spanInWords } from '#domain/private/privateMarks'
import { isSame, type Row, TABLES, type TableName } from '#domain/records/snapshot'
import type { NamedKeys } from './namedKeys.ts'
import type { FieldProblem } from './problem.ts'
import { Reader } from './reader.ts'
import { rowFaults } from './rowFaults.ts'
import { toArea } from './toArea.ts'
import { toCase } from './toCase.ts'
import { toDepartment } from './toDepartment.ts'
import { toDuty } from './toDuty.ts'
import { toNotice } from './toNotice.ts'
import { toPage } from './toPage.ts'
import { toPractice } from './toPractice.ts'
import { toReportedFigure } from './toReportedFigure.ts'
import { toReviewMeeting } from './toReviewMeeting.ts'
import { toSource } from './toSource.ts'

/** The one place where a record of the CMS becomes a public row. Each entry names every field that crosses. */
const COPY = {
  areas: toArea,
  departments: toDepartment,
  duties: toDuty,
  sources: toSource,
  cases: toCase,
  notices: toNotice,
  'review-meetings': toReviewMeeting,
  practices: toPractice,
  'reported-figures': toReportedFigure,
  pages: toPage,
} as const

/** The public fields of a record of the CMS, whether they make a row or not, and what it names that is not public. */
export function copied(
  table: TableName,
  doc: object,
  keys: NamedKeys,
): { candidate: object; problems: readonly FieldProblem[] } {
  const read = new Reader(keys)
  const candidate = (COPY[table] as (d: object, read: Reader) => object)(doc, read)
  return { candidate, problems: read.problems }
}

/** Whether a field is another or a part of it. */
const isAt = (field: string, whole: string) => field === whole || field.startsWith(`${whole}.`)

/**
 * A record of the CMS as the public row, or why it cannot be one. The same function decides at publication and at
 * every release, so what is accepted once is not refused later.
 * @param live the row that readers have, where the schema has accepted it: the same is not parsed again
 */
export function assemble<T extends TableName>(
  table: T,
  doc: object,
  keys: NamedKeys,
  live?: Row<T>,
): { row: Row<T> | null; candidate: object; problems: FieldProblem[] } {
  const { candidate, problems: unnamed } = copied(table, doc, keys)
  const parsed =
    live && isSame(candidate, live)
      ? ({ success: true, data: live } as const)
      : TABLES[table].schema.safeParse(candidate)
  const problems = [...unnamed]
  for (const problem of rowFaults(table, parsed, candidate))
    if (parsed.success || !problems.some((p) => isAt(p.field, problem.field))) problems.push(problem)
  if (parsed.success)
    for (const { field, text, span } of certainFields(parsed.data))
      problems.push({ field, reason: `文字里${spanInWords(text, span)}` })
  return problems.length > 0 || !parsed.success
    ? { row: null, candidate, problems }
    : { row: parsed.data as unknown as Row<T>, candidate, problems }
}
