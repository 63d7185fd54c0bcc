import { laterDay } from '#domain/dates'
import { dateWords } from '#domain/dateWords'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { type DeskKind, type DeskReader, lineOf } from './deskLine.ts'

/** Days after which a government site counts as not kept up: the whole of it, and one of its columns. */
const SITE_DAYS = 14
const COLUMN_DAYS = 183
/** Columns of the site that readers expect to move. */
const COLUMNS: readonly TableName[] = [
  'cases',
  'notices',
  'review-meetings',
  'practices',
  'duties',
  'reported-figures',
]

/** What readers have seen unchanged for too long: two weeks for the site, six months for a column. */
export const stalePages: DeskKind = async (reader) => {
  const { today } = reader
  const days = await Promise.all(COLUMNS.map(async (table) => ({ table, day: await lastDay(reader, table) })))
  const newest = days
    .map(({ day }) => day ?? '')
    .toSorted()
    .at(-1)
  const site =
    newest && newest < laterDay(today, -SITE_DAYS)
      ? [{ words: `全站最近一次更新是${dateWords(newest)}，已超过两周`, href: '/admin/collections/acts' }]
      : []
  const columns = days.flatMap(({ table, day }) =>
    day && day < laterDay(today, -COLUMN_DAYS)
      ? [
          {
            words: `${TABLES[table].label}：最近一次是${dateWords(day)}`,
            href: `/admin/collections/${table}`,
          },
        ]
      : [],
  )
  return [
    ...lineOf(site, () => '网站两周没有更新', null),
    ...lineOf(columns, (n) => `半年没有更新的栏目：${n}个`, null),
  ]
}

/** The day of the last act on a table; null where nothing of it was ever public. */
async function lastDay({ payload, req }: DeskReader, table: TableName): Promise<string | null> {
  const { docs } = await payload.db.find<{ day: string }>({
    collection: 'acts',
    where: { recordType: { equals: table } },
    sort: '-at',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.day ?? null
}
