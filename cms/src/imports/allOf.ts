import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, Payload, SelectType, Where } from 'payload'

type Doc = Record<string, unknown>

/** Records of one query: reading them takes some hundredths of a second. */
const AT_ONCE = 500

/**
 * All records of a collection that fit, read a page at a time, so that others have their turn in between.
 * @param by the field whose index finds the next page: no two of the records have the same there
 */
export async function allOf(
  payload: Payload,
  collection: CollectionSlug,
  { where, select, by = 'id' }: { where?: Where; select?: SelectType; by?: string },
): Promise<Doc[]> {
  const all: Doc[] = []
  for (;;) {
    const after: Where[] = all.length > 0 ? [{ [by]: { greater_than: all.at(-1)?.[by] } }] : []
    const { docs } = await payload.db.find<Doc & { id: number | string }>({
      collection,
      where: { and: [...(where ? [where] : []), ...after] },
      ...(select ? { select } : {}),
      sort: by,
      limit: AT_ONCE,
      pagination: false,
    })
    all.push(...docs)
    if (docs.length < AT_ONCE) return all
    await setImmediate()
  }
}
