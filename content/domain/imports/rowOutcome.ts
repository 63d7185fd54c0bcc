import type { Outcome, Reason, ReasonKind } from './importPlan.ts'

/** Reasons that a person can answer; all others are for the workbook to mend. */
const ASKED: readonly ReasonKind[] = [
  'unknown-value',
  'ambiguous-date',
  'no-year',
  'unknown-name',
  'several-names',
  'repeated-key',
  'sheet-key',
  'repeated-row',
  'edited-by-hand',
  'missing-evidence',
]

/** What becomes of a row that was found to be as it is: refused before asked before held. */
export function rowOutcome(reasons: readonly Reason[], held: number, otherwise: Outcome): Outcome {
  const kinds = reasons.map(({ kind }) => kind).filter((kind) => kind !== 'private' && kind !== 'left-out')
  if (kinds.some((kind) => !ASKED.includes(kind))) return 'refuse'
  if (kinds.length > 0) return 'ask'
  return held > 0 ? 'hold' : otherwise
}
