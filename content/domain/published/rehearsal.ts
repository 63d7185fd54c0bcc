import { z } from 'zod'
import { TABLE_NAMES } from '../records/snapshot.ts'

/** One record as it would be public; null where it would not be any more. */
const rehearsedChange = z.object({
  table: z.enum(TABLE_NAMES),
  key: z.string().min(1),
  row: z.record(z.string(), z.unknown()).nullable(),
})

/** A place brings the cases in it; as many as their rows can be sent at once. */
export const MOST_CHANGES = 500

/** What is asked of the rehearsal. */
export const askedRehearsal = z.object({
  /** Who asks: nobody else gets to see the pages. */
  owner: z.string().min(1),
  /** Day on which it would be published (Asia/Shanghai). */
  day: z.iso.date(),
  changes: z.array(rehearsedChange).min(1).max(MOST_CHANGES),
  /** Whether to say what changes; otherwise only the page of the first record is made ready. */
  isWhole: z.boolean(),
})
export type AskedRehearsal = z.infer<typeof askedRehearsal>

const pages = z.object({
  total: z.number().int(),
  /** Whether `shown` is all and `total` exact; otherwise at most so many pages change, and the first are shown. */
  isWhole: z.boolean(),
  kinds: z.array(z.object({ kind: z.string(), count: z.number().int() })),
  shown: z.array(
    z.object({
      path: z.string(),
      kind: z.string(),
      title: z.string(),
      what: z.enum(['new', 'changed', 'gone']),
    }),
  ),
})
export type PagesTold = z.infer<typeof pages>

const figures = z.object({
  total: z.number().int(),
  shown: z.array(z.object({ figure: z.string(), of: z.string(), before: z.string(), after: z.string() })),
})
export type FiguresTold = z.infer<typeof figures>

/** What readers would see change, in words. */
export const rehearsalReport = z.object({
  /** What of the records themselves is another: names of fields; nothing where the record comes or goes. */
  records: z.array(
    z.object({
      table: z.string(),
      key: z.string(),
      what: z.enum(['new', 'changed', 'gone']),
      fields: z.array(z.string()),
    }),
  ),
  pages,
  figures,
  tables: z.array(z.object({ label: z.string(), records: z.number().int(), isExact: z.boolean() })),
  stale: z.object({
    shown: z.array(z.object({ table: z.string(), key: z.string(), said: z.string() })),
    more: z.number().int(),
  }),
  /** What the new day alone brings; null where readers have that day already. */
  day: z.object({ from: z.string(), to: z.string(), pages, figures }).nullable(),
})
export type RehearsalReport = z.infer<typeof rehearsalReport>

/** What the rehearsal answers. */
export const rehearsalAnswer = z.object({
  /** Under which its pages can be seen, for a while; null where nothing can be shown. */
  token: z.string().nullable(),
  /** Address of the first record's page; null where it has none. */
  path: z.string().nullable(),
  report: rehearsalReport.nullable(),
  /** Why a release would hold the records back, in words. */
  held: z.array(z.string()),
})
export type RehearsalAnswer = z.infer<typeof rehearsalAnswer>
