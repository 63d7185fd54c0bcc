import { z } from 'zod'

/** The form of backups that this code writes and reads. */
export const FORMAT = 1

/** Name of the manifest inside a backup; it is the first member. */
export const MANIFEST = 'manifest.json'

/** Where the parts of a backup stand: an SQLite file or one NDJSON file a collection, and the photos. */
export const DATABASE_MEMBER = 'database.db'
export const COLLECTIONS = 'database'
export const PHOTOS = 'media'

const MEMBER = /^(database\.db|database\/\w[\w.-]*\.ndjson|media\/\w[\w.-]*)$/

/** Whether a path may stand in a backup: nothing else is ever unpacked. */
export const isMember = (path: string): boolean => path === MANIFEST || MEMBER.test(path)

const member = z.object({
  /** Path inside the backup. */
  path: z.string().regex(MEMBER),
  /** Size in bytes. */
  size: z.number().int().nonnegative(),
  /** SHA-256 in hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})

/** What tells any file from a backup of this product, before its form is known. */
export const label = z.object({ product: z.literal('shaoxiang'), format: z.number().int() })

export const DATABASE_KINDS = { sqlite: 'SQLite', mongodb: 'MongoDB' } as const

/** `manifest.json` of a backup. */
export const manifest = label.extend({
  format: z.literal(FORMAT),
  /** Version of the product that made it. */
  version: z.string(),
  /** Kind of the database: its ids are its own, so a backup goes back only into the same kind. */
  database: z.enum(['sqlite', 'mongodb']),
  /** When it was begun, ISO 8601. */
  madeAt: z.string(),
  /** Photos that the database names and the disk no longer had. */
  missing: z.array(z.string()),
  /** Every other member. */
  members: z.array(member),
})
export type Manifest = z.infer<typeof manifest>
export type Member = z.infer<typeof member>
