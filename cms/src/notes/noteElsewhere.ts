import type { CollectionBeforeChangeHook, GlobalBeforeChangeHook, PayloadRequest } from 'payload'
import { publicChanges } from '#domain/changes/publicChanges'
import { shanghaiDay } from '#domain/dates'
import { photo } from '#domain/records/case'
import { GLOBALS, type GlobalName, TABLES } from '#domain/records/snapshot'
import { namersOf } from '../hooks/namedByPublished.ts'
import { writeContext } from '../hooks/writeContext.ts'
import { assembleGlobal } from '../snapshot/assembleGlobal.ts'
import type { ChangeNote } from './givenNote.ts'
import { neededNote } from './neededNote.ts'

type Doc = Record<string, unknown>
type Id = number | string

/** What a person writes of a photo. */
const written = photo.pick({ alt: true, stage: true, takenOn: true })
const NO_NOTE: ChangeNote = { words: null, kind: null }

/** Asks for the note of a change of a photo's words where a published case shows it: they are part of that case. */
export const holdNoteOfPhoto: CollectionBeforeChangeHook = async ({ data, operation, originalDoc, req }) => {
  const { asked } = writeContext(req.context)
  if (operation !== 'update' || !asked || !originalDoc) return data
  const changes = publicChanges(written, wordsOf(originalDoc), wordsOf({ ...originalDoc, ...data }))
  if (changes.length === 0) return data
  const [first] = await namersOf(req, 'media', originalDoc.id as Id)
  if (!first) return data
  const kind = neededNote(
    `照片（${TABLES[first.table].label}${first.key}用到它）`,
    changes,
    asked.note ?? NO_NOTE,
  )
  asked.note = { words: asked.note?.words ?? null, kind }
  return data
}

const wordsOf = ({ alt, stage, takenOn }: Doc): Doc => ({ alt, stage, takenOn: takenOn || undefined })

/** Puts the note of a changed photo on a published case that shows it. */
export async function noteOnCase(req: PayloadRequest, key: string): Promise<void> {
  const { note } = writeContext(req.context).asked ?? {}
  await req.payload.db.updateOne({
    collection: 'cases',
    where: { reference: { equals: key } },
    data: {
      changedOn: shanghaiDay(Date.now()),
      publicNote: note?.words ?? null,
      publicKind: note?.kind ?? null,
    },
    req,
  })
}

/** Asks for the note of a change of a global, which is public as soon as it is saved. The first time needs none. */
export function holdNoteOfGlobal(name: GlobalName): GlobalBeforeChangeHook {
  return ({ data, originalDoc, req }) => {
    const { asked, loading } = writeContext(req.context)
    const before = originalDoc as Doc | undefined
    if (loading || !asked || !before?.updatedAt) return data
    const { schema, label } = GLOBALS[name]
    const [earlier, now] = [assembleGlobal(name, before).value, assembleGlobal(name, data).value]
    const changes = earlier && now ? publicChanges(schema, earlier as Doc, now as Doc) : null
    if (changes?.length === 0) return data
    const kind = neededNote(label, changes ?? [], asked.note ?? NO_NOTE)
    asked.note = { words: asked.note?.words ?? null, kind }
    return data
  }
}
