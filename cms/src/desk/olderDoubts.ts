import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { type DeskKind, type DeskReader, lineOf, listHref, recordHref } from './deskLine.ts'
import { doubtsFound } from './doubtsFound.ts'

/** Records of a table that are asked for and listed; the others follow when these are decided. */
const MOST = 200

type Found = { id: number | string; updatedAt: string } & Record<string, unknown>

/** Public records of before in whose texts something may be private and nobody has decided, a line for each kind. */
export const olderDoubts: DeskKind = async (reader) => {
  const { of, isOver } = doubtsFound(reader.payload)
  const lines = await Promise.all(
    TABLE_NAMES.map(async (table) => {
      const found = await stillFound(reader, table, of.get(table) ?? new Map())
      const { label, key } = TABLES[table]
      const entries = found.map((doc) => ({
        words: `${label} ${String(doc[key])}`,
        href: recordHref(table, doc.id),
      }))
      const more = found.length === MOST ? '至少' : ''
      const rest = isOver ? '' : '（还在查）'
      return lineOf(
        entries,
        (n) =>
          `以前公开的${label}，文字里有拿不准是不是隐私的：${more}${n}条${rest}。打开，留下写明理由，或者遮住再更正`,
        listHref(table, { id: { in: found.map(({ id }) => id) } }),
      )
    }),
  )
  return lines.flat()
}

/** Those that are public as they were looked at: what was saved since has passed the gate. */
async function stillFound(
  { payload, req }: DeskReader,
  table: TableName,
  found: ReadonlyMap<number | string, string>,
): Promise<Found[]> {
  const ids = [...found.keys()].slice(0, MOST)
  if (ids.length === 0) return []
  const { key } = TABLES[table]
  const { docs } = await payload.find({
    collection: table,
    where: { and: [{ _status: { equals: 'published' } }, { id: { in: ids } }] },
    select: { [key]: true, updatedAt: true } as never,
    sort: key,
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return (docs as unknown as Found[]).filter(
    ({ id, updatedAt }) => Date.parse(updatedAt) === Date.parse(found.get(id) ?? ''),
  )
}
