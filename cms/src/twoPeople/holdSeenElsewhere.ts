import type { CollectionBeforeChangeHook, GlobalBeforeChangeHook } from 'payload'
import { GLOBALS, type GlobalName } from '#domain/records/snapshot'
import { type Asked, writeContext } from '../hooks/writeContext.ts'
import { holdBasedOn } from './basedOn.ts'

type Doc = Record<string, unknown>

/** What people write of a photo; the rest comes from its file. */
const WORDS_OF_PHOTO = ['alt', 'stage', 'takenOn']

/** Lets nobody write over the words of a photo that he has not seen. A photo has no versions: only its present state is known. */
export const holdSeenPhoto: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  const { asked } = writeContext(req.context)
  if (!asked || !originalDoc) return data
  await holdBasedOn(req, asked, sentOf(asked, data), {
    name: '照片',
    fields: collection.flattenedFields.filter(({ name }) => WORDS_OF_PHOTO.includes(name)),
    newest: originalDoc as Doc,
    stateOf: async () => undefined,
  })
  return data
}

/** The same for settings and other globals, which have versions. One that was never saved has nobody's text. */
export function holdSeenGlobal(name: GlobalName): GlobalBeforeChangeHook {
  return async ({ data, originalDoc, global, req }) => {
    const { asked } = writeContext(req.context)
    const newest = originalDoc as Doc | undefined
    if (!asked || !newest?.updatedAt) return data
    await holdBasedOn(req, asked, sentOf(asked, data), {
      name: GLOBALS[name].label,
      fields: global.flattenedFields,
      newest,
      stateOf: async (instant) => {
        const { docs } = await req.payload.db.findGlobalVersions({
          global: name,
          where: { 'version.updatedAt': { equals: new Date(instant).toISOString() } },
          limit: 1,
          pagination: false,
          req,
        })
        return docs[0]?.version as Doc | undefined
      },
    })
    return data
  }
}

/** What a request brings, as it would be kept. */
const sentOf = ({ given }: Asked, data: Doc): Doc =>
  Object.fromEntries(Object.keys(given).map((name) => [name, data[name]]))
