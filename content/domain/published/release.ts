import { z } from 'zod'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** `release.json`: what can be said of one complete built state of the public side. */
export const release = z.object({
  /** Hash of the content tree. */
  id: hash,
  /**
   * Hash of the content tree without `search/`: what a rebuild from the same data and code must equal. Absent in releases
   * made before it was told.
   */
  content: hash.optional(),
  /** Running number on this machine; two machines with the same content may differ in it. */
  sequence: z.number().int().positive(),
  /** Hash of the snapshot it was made from. */
  snapshot: hash,
  /** Hash of the renderer and the lockfile. */
  code: z.string().min(1),
  /** Day to which figures are counted (Asia/Shanghai). */
  asOf: z.string(),
  /** When it became the public state, ISO 8601 with zone. */
  liveSince: z.string(),
  /**
   * How many rows the history of the newsroom had when this became public, and the hash of the last link of its chain:
   * whoever cuts or rewrites the history later does not meet it. Absent while there is none.
   */
  history: z.object({ count: z.number().int().positive(), head: hash }).optional(),
  /** Number of files in the tree, and of rows in each table. */
  counts: z.record(z.string(), z.number().int().nonnegative()),
  /**
   * Folder of the settled search index, and the release whose records it holds: this one, or an earlier one beside which
   * `search/recent.json` says what has changed since.
   */
  search: z.object({ folder: z.string(), release: hash }).nullable(),
})
export type Release = z.infer<typeof release>

const RELEASE_STATES = ['idle', 'running', 'live', 'failed'] as const

/** What the admin and `GET /api/release-status` show. */
export const releaseStatus = z.object({
  state: z.enum(RELEASE_STATES),
  /** What the publisher is doing, in words, while it runs. */
  progress: z.string().nullable(),
  /** Since when the live release has been live, ISO 8601. */
  since: z.string().nullable(),
  /** Id of the live release. */
  release: z.string().nullable(),
  /** Id of the release that search shows. */
  searchRelease: z.string().nullable(),
  /** Acknowledged changes not yet live. */
  pending: z.number().int().nonnegative(),
  /** Why the last attempt failed, or which records are held back, in words. */
  reason: z.string().nullable(),
  /** Records that are held back, each with its reason: they stay as readers have them. */
  held: z.array(z.object({ table: z.string(), key: z.string(), reason: z.string() })).default([]),
})
export type ReleaseStatus = z.infer<typeof releaseStatus>
