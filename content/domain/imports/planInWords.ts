import { rowsInWords } from './cellAddress.ts'
import { type ImportPlan, OUTCOME_LABELS, OUTCOMES, type PlannedRow, UNDECIDED } from './importPlan.ts'

/** The counts of a plan in one line. */
export function countsInWords({ counts }: Pick<ImportPlan, 'counts'>): string {
  return OUTCOMES.map((outcome) => `${OUTCOME_LABELS[outcome]} ${counts[outcome]}`).join('，')
}

/** A row of a plan in one line: where, what, which record, why. */
export function rowInWords(row: PlannedRow): string {
  const where = row.row === null ? '按名字新建' : rowsInWords([{ ...row, row: row.row }])
  const why = row.reasons.map(({ address, text }) => `${address ? `${address}：` : ''}${text}`)
  const changes = row.changes.map(
    ({ title, before, after }) => `${title}：${before ?? '空'} → ${after ?? '空'}`,
  )
  return [`${where} ${OUTCOME_LABELS[row.outcome]}`, row.key ?? '', ...why, ...changes]
    .filter(Boolean)
    .join('；')
}

/** What stands in the way of making an import, the first rows of each kind. */
export function undecidedInWords(plan: ImportPlan, most: number): string[] {
  const rows = plan.rows.filter(({ outcome }) => UNDECIDED.includes(outcome))
  const more = rows.length > most ? [`……还有${rows.length - most}行`] : []
  return [...rows.slice(0, most).map(rowInWords), ...more]
}
