import { TABLES, type TableName } from '#domain/records/snapshot'
import type { Chosen } from './massAct.ts'

type Doc = { id: number | string; _status?: string } & Record<string, unknown>

/** The address of many records of a table, by their ids. */
export function addressOfMany(table: TableName, ids: readonly (number | string)[], isBin: boolean): string {
  const query = new URLSearchParams({ 'where[id][in]': ids.join(','), depth: '0' })
  if (isBin) query.set('trash', 'true')
  return `/api/${table}?${query}`
}

/**
 * How the chosen records stand now. Null where there was no answer.
 * @param titleField the field by which people call them
 */
export async function readChosen(
  table: TableName,
  titleField: string,
  ids: readonly (number | string)[],
  isBin: boolean,
): Promise<Chosen[] | null> {
  const read = async (more: string): Promise<Doc[] | null> => {
    const address = `${addressOfMany(table, ids, isBin)}&limit=${ids.length}${more}`
    const answer = await fetch(address, { credentials: 'include' }).catch(() => null)
    return answer?.ok ? ((await answer.json()) as { docs: Doc[] }).docs : null
  }
  const [shown, newest] = await Promise.all([read(''), read('&draft=true')])
  if (!shown || !newest) return null
  const publicIds = new Set(shown.filter(({ _status }) => _status === 'published').map(({ id }) => id))
  return newest.map((doc) => ({
    id: doc.id,
    key: String(doc[TABLES[table].key]),
    title: String(doc[titleField] ?? ''),
    isPublic: publicIds.has(doc.id),
    hasDraft: doc._status === 'draft',
  }))
}
