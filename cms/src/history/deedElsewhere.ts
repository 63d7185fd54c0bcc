import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  FlattenedField,
  GlobalAfterChangeHook,
  PayloadRequest,
} from 'payload'
import type { GlobalName } from '#domain/records/snapshot'
import { writeContext } from '../hooks/writeContext.ts'
import { changesInWords } from './changesInWords.ts'
import { recordDeed } from './recordDeed.ts'

type Doc = Record<string, unknown>
/** Collections that are no public records, whose changes are part of the history all the same. */
type Elsewhere = 'media' | 'challenges' | 'users' | 'import-mappings'

/** What the history says of a row by: a photo by its file, a challenge by its number, a person by his name. */
const REFERENCE: Record<Elsewhere, string> = {
  media: 'filename',
  challenges: 'number',
  users: 'name',
  'import-mappings': 'name',
}
/** Fields of which the history says from what to what. */
const SAID: Record<Elsewhere, readonly string[]> = {
  media: ['alt', 'stage', 'takenOn'],
  challenges: ['number', 'about', 'text', 'receivedOn', 'answer', 'answeredOn'],
  users: ['name', 'role', 'deactivated'],
  'import-mappings': ['version'],
}

/** After a photo, a challenge or a person is saved: who changed what, and why. */
export function recordChangeOf(collection: Elsewhere): CollectionAfterChangeHook {
  return async ({ doc, previousDoc, operation, req }) => {
    const { loading, asked } = writeContext(req.context)
    if (loading) return doc
    const before = operation === 'create' ? {} : (previousDoc as Doc)
    const after = (await req.payload.db.findOne({
      collection,
      where: { id: { equals: doc.id } },
      req,
    })) as Doc
    const changes = await saidChanges(req, collection, before, after)
    if (operation === 'update' && changes.length === 0) return doc
    await recordDeed(req, {
      deed: operation === 'create' && collection === 'media' ? 'upload' : 'change',
      recordType: collection,
      reference: String(after[REFERENCE[collection]] ?? ''),
      kind: asked?.note?.kind ?? null,
      note: asked?.note?.words ?? null,
      changes,
    })
    return doc
  }
}

/** After a photo or a challenge is deleted. */
export function recordDeletionOf(collection: Elsewhere): CollectionAfterDeleteHook {
  return async ({ doc, req }) => {
    const reference = String((doc as Doc)[REFERENCE[collection]] ?? '')
    await recordDeed(req, { deed: 'delete', recordType: collection, reference })
  }
}

function saidChanges(req: PayloadRequest, collection: Elsewhere, from: Doc, to: Doc) {
  const { flattenedFields } = req.payload.collections[collection].config
  const fields = flattenedFields.filter(({ name }) => SAID[collection].includes(name))
  return changesInWords(req, fields, { from, to, isPublic: () => true })
}

/** After a global is saved: who changed what, and why. */
export function recordChangeOfGlobal(name: GlobalName | 'newsroom-settings'): GlobalAfterChangeHook {
  return async ({ doc, previousDoc, global, req }) => {
    const { loading, asked } = writeContext(req.context)
    if (loading) return doc
    const fields = global.flattenedFields as FlattenedField[]
    const deed = previousDoc?.updatedAt ? 'correct' : 'publish'
    await recordDeed(req, {
      // How the newsroom works is nothing that readers see.
      deed: name === 'newsroom-settings' ? 'change' : deed,
      recordType: name,
      reference: name,
      kind: asked?.note?.kind ?? null,
      note: asked?.note?.words ?? null,
      changes: await changesInWords(req, fields, { from: previousDoc ?? {}, to: doc, isPublic: () => true }),
    })
    return doc
  }
}
