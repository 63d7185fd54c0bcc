import type { Payload } from 'payload'
import { type AnyRow, TABLES, type TableName } from '#domain/records/snapshot'
import { shippedRows } from './shippedRows.ts'

const padded = (n: number, digits: number) => String(n).padStart(digits, '0')

/** How the n-th fresh record of a table is called, and which of its texts an editor changes. `n` from 1 to 28 where the key is a day, to 99 elsewhere. */
const FRESH: Record<TableName, { key: (n: number) => string; text: string }> = {
  areas: { key: (n) => `qu-${padded(n, 2)}`, text: 'name' },
  departments: { key: (n) => `bu-${padded(n, 2)}`, text: 'name' },
  duties: { key: (n) => `1-${100 + n}`, text: 'title' },
  sources: { key: (n) => `yuan-${padded(n, 2)}`, text: 'description' },
  cases: { key: (n) => `WS-2022-${padded(900_000 + n, 6)}`, text: 'title' },
  notices: { key: (n) => `TX-2023-${padded(n, 4)}`, text: 'reason' },
  'review-meetings': { key: (n) => `2023-02-${padded(n, 2)}`, text: 'matters' },
  practices: { key: (n) => `zuofa-${padded(n, 2)}`, text: 'title' },
  'reported-figures': { key: (n) => `shu-${padded(n, 2)}`, text: 'scope' },
  pages: { key: (n) => `ye-${padded(n, 2)}`, text: 'title' },
}

export const freshKey = (table: TableName, n: number): string => FRESH[table].key(n)
export const textField = (table: TableName): string => FRESH[table].text

/** A complete record as a form of the CMS sends it; what it names stands among the shipped rows. */
export async function freshRecord(
  payload: Payload,
  table: TableName,
  n: number,
  text = `第${n}条的说法`,
): Promise<Record<string, unknown>> {
  const { LoadedIds, keysAt, recordData } = await import('../../../cms/src/loading/recordData.ts')
  const { RELATIONS } = await import('../../../cms/src/relations.ts')
  const { publishedOn, changedOn, changeNote, ...shipped } = shippedRows()[table][0] as AnyRow & object
  const key = freshKey(table, n)
  const own = { [TABLES[table].key]: key, [textField(table)]: table === 'review-meetings' ? [text] : text }
  const row = { ...shipped, ...own, ...(table === 'review-meetings' ? { date: key } : {}) }
  const ids = new LoadedIds(payload)
  for (const { path, to } of RELATIONS.filter((r) => r.from === table))
    if (to !== 'media') await ids.learn(to, keysAt(row, path))
  return recordData(table, row, ids)
}
