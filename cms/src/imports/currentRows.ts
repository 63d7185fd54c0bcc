import { setImmediate } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { ImportTable } from '#domain/imports/importTables'
import type { PrivateDecision } from '#domain/private/decisions'
import { TABLES } from '#domain/records/snapshot'
import { copied } from '../snapshot/assemble.ts'
import { NamedKeys } from '../snapshot/namedKeys.ts'
import { newestOf } from '../twoPeople/newestOf.ts'

type Doc = Record<string, unknown>
/** Records in their newest state by their keys, those of which that is a draft, and what was decided about private words. */
type CurrentRows = { rows: Map<string, Doc>; drafts: Set<string>; decisions: Map<string, PrivateDecision[]> }
/** Keys of one query: SQLite bounds the number of parameters, and whoever saves waits for one query. */
const BATCH = 200

/** Records as public rows in their newest state, drafts too, whether they could be published or not. */
export async function currentRows(
  payload: Payload,
  table: ImportTable,
  keys: readonly string[],
): Promise<CurrentRows> {
  const { key } = TABLES[table]
  const current: CurrentRows = { rows: new Map(), drafts: new Set(), decisions: new Map() }
  // Where a case may be said to be is a matter of its publication: a file says where it is.
  const named = new NamedKeys({ asKept: true })
  for (let i = 0; i < keys.length; i += BATCH) {
    const some = keys.slice(i, i + BATCH)
    const found = await newestOf({ payload }, table, { [`version.${key}`]: { in: some } })
    const newest = found.map(({ version }) => version).filter(({ deletedAt }) => !deletedAt)
    await named.learn(payload, table, newest)
    for (const doc of newest) {
      const own = String(doc[key])
      current.rows.set(own, withoutEmpty(copied(table, doc, named).candidate))
      if (doc._status === 'draft') current.drafts.add(own)
      if (doc.privateDecisions) current.decisions.set(own, doc.privateDecisions as PrivateDecision[])
    }
    await setImmediate()
  }
  return current
}

function withoutEmpty(row: object): Doc {
  return JSON.parse(JSON.stringify(row)) as Doc
}
