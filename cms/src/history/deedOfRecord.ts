import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import type { ActKind, Deed } from '#domain/vocabulary'
import { type Asked, type MainRow, writeContext } from '../hooks/writeContext.ts'
import { givenNote } from '../notes/givenNote.ts'
import { newestVersion } from '../twoPeople/newestVersion.ts'
import { changesInWords } from './changesInWords.ts'
import { recordDeed } from './recordDeed.ts'

type Doc = Record<string, unknown>

/** What was done to a record, and the states before and after it. */
type Done = {
  /** What it was to readers; null where they see no difference. */
  act: ActKind | null
  before: MainRow | undefined
  after: MainRow
  /** The newest state before, drafts included. */
  previous: Doc | undefined
}

/** Appends to the history what a write did to a record. */
export async function recordDeedOf(req: PayloadRequest, table: TableName, done: Done): Promise<void> {
  const { act, before, after, previous } = done
  const { asked } = writeContext(req.context)
  if (asked?.bin) {
    const { reason: kind, words: note } = asked.withdrawal ?? {}
    const deed = asked.bin === 'in' ? 'bin' : 'unbin'
    return recordDeed(req, { deed, recordType: table, reference: after.key, kind, note })
  }
  const deed: Deed = asked?.restores ? 'restore' : (act ?? (isDraft(done) ? 'draft' : 'change'))
  // What readers had is compared with what they have; a draft with the one before it.
  const isOfPublic = act === 'correct' || deed === 'change'
  const from = (isOfPublic ? before?.row : previous) ?? {}
  const to = isOfPublic ? after.row : ((await newestVersion(req, table, after.id)) ?? after.row)
  const { shape } = TABLES[table].schema
  const note = noteOf(done, asked)
  await recordDeed(req, {
    deed,
    recordType: table,
    reference: after.key,
    ...note,
    kind: act === 'unpublish' ? (asked?.withdrawal?.reason ?? null) : note.kind,
    changes: await changesInWords(req, req.payload.collections[table].config.flattenedFields, {
      from,
      to,
      isPublic: (name) => name in shape,
    }),
  })
}

const isDraft = ({ before, after }: Done): boolean =>
  !after.published || JSON.stringify(before?.row) === JSON.stringify(after.row)

/** What was said of the deed. What was said of a first publication stands here alone: readers had nothing before it. */
function noteOf(
  { act, before, after }: Done,
  asked: Asked | undefined,
): { kind: string | null; note: string | null } {
  if (act === 'unpublish') return { kind: null, note: asked?.withdrawal?.words ?? null }
  if (act === null) return { kind: null, note: null }
  const { publicKind, publicNote } = after.row as { publicKind?: string | null; publicNote?: string | null }
  const said = act === 'publish' && asked ? givenNote(asked.given).words : null
  return { kind: publicKind ?? null, note: before?.keepsWords ? null : (publicNote ?? said) }
}
