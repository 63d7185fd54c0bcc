// The way of an edit to its readers begins here: published records become public rows. Next: collect.

import type { Payload, Where } from 'payload'
import { type Row, TABLES, type TableName } from '#domain/records/snapshot'
import { notInBin } from '../bin/notInBin.ts'
import { assemble } from './assemble.ts'
import { issueInWords } from './issueInWords.ts'
import { leftByImports } from './leftByImports.ts'
import { NamedKeys } from './namedKeys.ts'
import type { Problem } from './problem.ts'

const PAGE = 1000
const KEYS_AT_ONCE = 500

export type PublishedRows<T extends TableName> = {
  /** All of them: in order of their keys (by code units, on both databases). */
  rows: Row<T>[]
  /** Published records that cannot be public rows, one entry a field; they hold back nobody else. */
  problems: Problem[]
  /** Keys of records on which an import is at work: they stay as readers have them until it is through. */
  left: string[]
}

/**
 * The published records of a table as public rows: all, or those with the given keys. Reads the published state also
 * where a newer draft waits. A key that is not published is simply not among the rows.
 */
export async function readPublished<T extends TableName>(
  payload: Payload,
  table: T,
  keys?: readonly string[],
): Promise<PublishedRows<T>> {
  const found: PublishedRows<T> = { rows: [], problems: [], left: [] }
  for await (const { rows, problems, left } of readPublishedPages(payload, table, keys)) {
    found.rows.push(...rows)
    found.problems.push(...problems)
    found.left.push(...left)
  }
  const left = new Set(found.left)
  const key = TABLES[table].key as keyof Row<T>
  const rows = found.rows.filter((row) => !left.has(String(row[key])))
  rows.sort((a, b) => (a[key] < b[key] ? -1 : 1))
  return { rows, problems: found.problems.filter((problem) => !left.has(problem.key)), left: [...left] }
}

/**
 * The same a page at a time, in the order of the database, so that a long table is never in memory as a whole.
 * @param live the row of a key as readers have it, where the schema has accepted it (see `assemble`)
 */
export async function* readPublishedPages<T extends TableName>(
  payload: Payload,
  table: T,
  keys?: readonly string[],
  live: (key: string) => Row<T> | undefined = () => undefined,
): AsyncGenerator<PublishedRows<T>> {
  const named = new NamedKeys()
  yield { rows: [], problems: [], left: await leftByImports(payload, table, keys) }
  for await (const docs of keys ? pagesByKey(payload, table, keys) : publishedPages(payload, table)) {
    await named.learn(payload, table, docs)
    const found: PublishedRows<T> = { rows: [], problems: [], left: [] }
    for (const doc of docs) {
      const key = String(doc[TABLES[table].key])
      const { row, problems } = assemble(table, doc, named, live(key))
      if (row) found.rows.push(row)
      for (const p of problems)
        found.problems.push({
          ...p,
          reason: issueInWords(TABLES[table].schema, p.field, p.reason),
          table,
          key,
        })
    }
    yield found
  }
  // An import that began meanwhile may have changed some of them between two pages.
  yield { rows: [], problems: [], left: await leftByImports(payload, table, keys) }
}

type Doc = Record<string, unknown>

/** All published records, a page at a time, continued after the last key: nothing is skipped when records come and go. */
export async function* publishedPages(payload: Payload, table: TableName): AsyncGenerator<Doc[]> {
  const { key } = TABLES[table]
  let after: string | undefined
  for (;;) {
    const where: Where = {
      _status: { equals: 'published' },
      ...(after ? { [key]: { greater_than: after } } : {}),
    }
    const { docs } = await payload.db.find({
      collection: table,
      where: { and: [notInBin, ...Object.entries(where).map(([k, v]) => ({ [k]: v }) as Where)] },
      sort: key,
      limit: PAGE,
      pagination: false,
    })
    if (docs.length > 0) yield docs as Doc[]
    if (docs.length < PAGE) return
    after = String((docs.at(-1) as Doc)[key])
  }
}

async function* pagesByKey(
  payload: Payload,
  table: TableName,
  keys: readonly string[],
): AsyncGenerator<Doc[]> {
  for (let i = 0; i < keys.length; i += KEYS_AT_ONCE) {
    const { docs } = await payload.db.find({
      collection: table,
      where: {
        and: [
          { _status: { equals: 'published' } },
          notInBin,
          { [TABLES[table].key]: { in: keys.slice(i, i + KEYS_AT_ONCE) } },
        ],
      },
      limit: 0,
      pagination: false,
    })
    yield docs as Doc[]
  }
}
