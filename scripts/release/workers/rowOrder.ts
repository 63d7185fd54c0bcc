import { z } from 'zod'

/** A file of rows that a follower is to write: which records of a table, and whose events where only theirs are rows. */
export const rowOrder = z.object({
  path: z.string(),
  table: z.enum(['cases', 'events', 'notices']),
  keys: z.array(z.string()),
  /** With what was merged into it; null where all events are rows. */
  departments: z.array(z.string()).nullable(),
})
export type RowOrder = z.infer<typeof rowOrder>
