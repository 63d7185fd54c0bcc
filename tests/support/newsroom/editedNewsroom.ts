// A child that drives a seeded list of edits through the REST handlers on the database of its first argument (empty for
// SQLite) at the moment of its third (milliseconds since 1970), and tells its parent what came of it: each answer, the
// public tables, and the root of the written snapshot.
import { canonicalJson, TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { World } from '#domain/world/world'
import { writeSnapshot } from '../../../scripts/release/store/snapshotStore.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { rounds } from '../generated.ts'
import { seeded } from '../records/randomEdits.ts'
import { buildSnapshot } from './buildSnapshot.ts'
import { openTestCms } from './cmsDatabase.ts'
import { freshKey, freshRecord, textField } from './contractRecords.ts'

export type Edited = { answers: string[]; tables: Record<string, string>; asOf: string; root: string }

const EDITS = rounds(100, 400)
/** Records of each table that the edits are about. */
const KEYS = 4
const [databaseUrl, seed, moment] = process.argv.slice(2) as [string, string, string]

Date.now = () => Number(moment)

const cms = await openTestCms(databaseUrl || undefined, 4)
const random = seeded(Number(seed))
const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T

async function idOf(table: TableName, key: string): Promise<number | string | undefined> {
  const { docs } = await cms.payload.find({
    collection: table,
    where: { [TABLES[table].key]: { equals: key } },
    limit: 1,
  })
  return docs[0]?.id
}

/** One edit of an editor; what he is told has no database id in it. */
async function edit(n: number): Promise<string> {
  const table = pick(TABLE_NAMES)
  const number = 1 + Math.floor(random() * KEYS)
  const [roll, who] = [random(), pick(['publisher', 'publisher', 'administrator', 'contributor'] as const)]
  const isShipped = random() < 0.15
  const key = isShipped ? await shippedKey(table) : freshKey(table, number)
  const id = key && (await idOf(table, key))
  const told = (what: string, answer: { status: number; body: { errors?: { message: string }[] } }) =>
    `${n} ${who} ${what} ${table} ${key} ${answer.status} ${answer.body.errors?.[0]?.message ?? ''}`
  if (!id || roll < 0.1) {
    const record = { ...(await freshRecord(cms.payload, table, number)), ...(await naming(table)) }
    const status = random() < 0.6 ? { _status: 'published' } : {}
    return told('create', await cms.rest(who, 'POST', table, { ...record, ...status }))
  }
  const address = `${table}/${id}`
  const change = {
    [textField(table)]: `第${n}次改\n另一行 `,
    ...(random() < 0.4 ? { changeNote: `说明${n}` } : {}),
  }
  if (roll < 0.45)
    return told('correct', await cms.rest(who, 'PATCH', address, { ...change, _status: 'published' }))
  if (roll < 0.6) return told('draft', await cms.rest(who, 'PATCH', `${address}?draft=true`, change))
  if (roll < 0.7) return told('unpublish', await cms.rest(who, 'PATCH', address, { _status: 'draft' }))
  if (roll < 0.8) return told('touch', await cms.rest(who, 'PATCH', address, { changeNote: `补${n}` }))
  if (roll < 0.9) {
    const { docs } = await cms.payload.findVersions({
      collection: table,
      where: { parent: { equals: id } },
      sort: 'createdAt',
      limit: 0,
    })
    const version = pick(docs)
    return told('restore', await cms.rest(who, 'POST', `${table}/versions/${version?.id}`))
  }
  return told('delete', await cms.rest(who, 'DELETE', address))
}

/** Another case where a record names cases, so that refusals happen. */
async function naming(table: TableName): Promise<object> {
  const other =
    random() < 0.5 ? await idOf('cases', freshKey('cases', 1 + Math.floor(random() * KEYS))) : undefined
  if (!other) return {}
  if (table === 'notices') return { case: other }
  return table === 'review-meetings' || table === 'practices' ? { cases: [other] } : {}
}

async function shippedKey(table: TableName): Promise<string | undefined> {
  const { key } = TABLES[table]
  const { docs } = await cms.payload.find({ collection: table, sort: key, limit: 0 })
  const doc = pick(docs as object[]) as Record<string, unknown> | undefined
  return doc && String(doc[key])
}

const answers: string[] = []
for (let n = 0; n < EDITS; n++) answers.push(await edit(n))
const settings = { organiser: '高新区管委会' }
await cms.rest('administrator', 'POST', 'globals/site-settings', settings)
const { snapshot, problems } = await buildSnapshot(cms.payload)
if (problems.length > 0) throw new Error(JSON.stringify(problems))
const tables = Object.fromEntries(
  TABLE_NAMES.map((t) => [t, [...snapshot.tables[t].values()].map((row) => canonicalJson(row)).join('\n')]),
)
const root = writeSnapshot(openStore(cms.dataDir), new World(snapshot), null)
await cms.close()
process.send?.({ answers, tables, asOf: snapshot.asOf, root } satisfies Edited, () => process.exit(0))
