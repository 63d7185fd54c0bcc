import { setImmediate } from 'node:timers/promises'
import type { CollectionSlug, Payload, SelectType, Where } from 'payload'

type Doc = Record<string, unknown>

/** Records of one query: reading them takes some hundredths of a second. */
const AT_ONCE = 500

/** Which records are read, and what is kept of each. */
type Asked<Kept> = {
  where?: Where
  select?: SelectType
  /** The field whose index finds the next page: no two of the records have the same there. */
  by?: string
  keep: (doc: Doc) => Kept
}

/** Something of all records of a collection that fit, read a page at a time, so that others have their turn in between. */
export async function allOf<Kept>(
  payload: Payload,
  collection: CollectionSlug,
  { where, select, by = 'id', keep }: Asked<Kept>,
): Promise<Kept[]> {
  const all: Kept[] = []
  let last: Doc | undefined
  for (;;) {
    const after: Where[] = last ? [{ [by]: { greater_than: last[by] } }] : []
    const { docs } = await payload.db.find<Doc & { id: number | string }>({
      collection,
      where: { and: [...(where ? [where] : []), ...after] },
      ...(select ? { select } : {}),
      sort: by,
      limit: AT_ONCE,
      pagination: false,
    })
    for (const doc of docs) all.push(keep(doc))
    last = docs.at(-1)
    if (docs.length < AT_ONCE) return all
    await setImmediate()
  }
}
