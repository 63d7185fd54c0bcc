import type { z } from 'zod'
import type { Row, TableName } from '#domain/records/snapshot'
import { contradictions } from '#domain/records/workflow'
import { messageOf } from './missingValues.ts'
import type { FieldProblem } from './problem.ts'

/** What a schema says of a candidate for a row. */
type Parsed = z.ZodSafeParseResult<unknown>

/** What keeps a candidate from being a public row, private words apart: its schema, and a state that its timeline contradicts. */
export function rowFaults(table: TableName, parsed: Parsed, candidate: object): FieldProblem[] {
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      reason: messageOf(issue, candidate),
    }))
  if (table !== 'cases') return []
  return contradictions(parsed.data as Row<'cases'>).map((reason) => ({ field: 'status', reason }))
}
