import type { z } from 'zod'
import { senseFaults } from '#domain/records/sense'
import type { AnyRow, TableName } from '#domain/records/snapshot'
import { messageOf } from './missingValues.ts'
import type { FieldProblem } from './problem.ts'

/** What a schema says of a candidate for a row. */
type Parsed = z.ZodSafeParseResult<unknown>

/** What keeps a candidate from being a public row, private words apart: its schema, and fields that say something against each other. */
export function rowFaults(table: TableName, parsed: Parsed, candidate: object): FieldProblem[] {
  if (!parsed.success)
    return parsed.error.issues.map((issue) => ({
      field: issue.path.join('.'),
      reason: messageOf(issue, candidate),
    }))
  return senseFaults(table, parsed.data as AnyRow)
}
