import { z } from 'zod'

/** A file of rows that a follower is to write: which records of a table, and whose events where only theirs are rows. */
export const rowOrder = z.object({
  path: z.string(),
  table: z.enum(['cases', 'events', 'notices']),
  keys: z.array(z.string()),
  department: z.string().nullable(),
})
export type RowOrder = z.infer<typeof rowOrder>
