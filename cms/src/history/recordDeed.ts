import type { PayloadRequest } from 'payload'
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import type { Deed } from '#domain/vocabulary'

/** A field that a deed changed, as people read it; null for what is never written down. */
export type WordedChange = { field: string; label: string; from: string | null; to: string | null }

/** What somebody did. */
export type DoneDeed = {
  deed: Deed
  recordType: string
  reference: string
  /** Kind of a change, or the reason of a withdrawal out of its list. */
  kind?: string | null
  /** Why, in words. */
  note?: string | null
  changes?: readonly WordedChange[]
}

/** Who did what no person asked for. */
const BY_ITSELF = '系统'

/** Appends a deed to the history, in the transaction of the deed itself: there is not one without the other. */
export async function recordDeed(req: PayloadRequest, done: DoneDeed): Promise<void> {
  const changes = done.changes?.length ? done.changes : null
  const user = req.user as { id: number | string; name?: string | null } | null | undefined
  const data = {
    ...done,
    kind: done.kind ?? null,
    note: done.note || null,
    noteHash: done.note ? sha256(done.note) : null,
    changes,
    changesHash: changes ? sha256(canonicalJson(changes)) : null,
    at: new Date().toISOString(),
    person: user?.id ?? null,
    personName: user?.name ?? BY_ITSELF,
  }
  await req.payload.db.create({ collection: 'history', data, req })
}
