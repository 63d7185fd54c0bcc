import { setImmediate } from 'node:timers/promises'
import type { Payload, PayloadRequest } from 'payload'
import { type Row, TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { recordDeed } from '../history/recordDeed.ts'
import { recordAct } from '../hooks/outbox.ts'
import { inTransaction } from '../inTransaction.ts'
import { RELATIONS } from '../relations.ts'
import { parentsFirst } from './parentsFirst.ts'
import { keysAt, LoadedIds, recordData } from './recordData.ts'

const BATCH = 50

export type ShippedTables = { [T in TableName]?: readonly Row<T>[] }
export type LoadEffects = {
  /** One sentence at a time. */
  log: (sentence: string) => void
  /** After every batch: records done and in all (of all tables). */
  progress: (done: number, of: number) => void
}
export type Loaded = { [T in TableName]?: { created: number; skipped: number } }

/**
 * Loads shipped records as published, with their own days, in the order in which they name each other, one transaction
 * a batch. What exists or was ever loaded is skipped, so a second run continues and a deleted record never returns.
 * The outbox stays quiet: one full release follows. Throws in words when a row breaks its schema or names a record that
 * is not there.
 */
export async function loadRecords(
  payload: Payload,
  tables: ShippedTables,
  effects: LoadEffects,
): Promise<Loaded> {
  const ids = new LoadedIds(payload)
  const loaded: Loaded = {}
  const total = TABLE_NAMES.reduce((sum, table) => sum + (tables[table]?.length ?? 0), 0)
  let done = 0
  for (const table of TABLE_NAMES) {
    const rows = tables[table] as readonly Record<string, unknown>[] | undefined
    if (!rows || rows.length === 0) continue
    const fresh = await freshRows(payload, table, rows, ids)
    done += rows.length - fresh.length
    for (let i = 0; i < fresh.length; i += BATCH) {
      const batch = fresh.slice(i, i + BATCH)
      await loadBatch(payload, table, batch, ids)
      // What SQLite's statements hold is freed only when the event loop turns: without this it grows by gigabytes.
      await setImmediate()
      done += batch.length
      effects.progress(done, total)
    }
    loaded[table] = { created: fresh.length, skipped: rows.length - fresh.length }
    effects.log(`${TABLES[table].label}：装入${fresh.length}条，已有${rows.length - fresh.length}条`)
  }
  return loaded
}

/** The rows that were never loaded and do not exist, checked, those that others name first. */
async function freshRows(
  payload: Payload,
  table: TableName,
  rows: readonly Record<string, unknown>[],
  ids: LoadedIds,
): Promise<Record<string, unknown>[]> {
  const { key, label, schema } = TABLES[table]
  const keyOf = (row: Record<string, unknown>) => String(row[key])
  await ids.learn(table, rows.map(keyOf))
  const ever = await everLoaded(payload, table)
  const fresh = rows.filter((row) => !ids.knows(table, keyOf(row)) && !ever.has(keyOf(row)))
  for (const row of fresh) {
    const parsed = schema.safeParse(row)
    if (!parsed.success)
      throw new Error(
        `${label}${keyOf(row)}：${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('；')}`,
      )
  }
  return table === 'areas' ? parentsFirst(fresh) : fresh
}

async function everLoaded(payload: Payload, table: TableName): Promise<Set<string>> {
  const { docs } = await payload.db.find({
    collection: 'loads',
    where: { recordType: { equals: table } },
    limit: 0,
    pagination: false,
  })
  return new Set((docs as unknown as { references: string[] }[]).flatMap((d) => d.references))
}

async function loadBatch(
  payload: Payload,
  table: TableName,
  rows: readonly Record<string, unknown>[],
  ids: LoadedIds,
): Promise<void> {
  for (const { path, to } of RELATIONS.filter((r) => r.from === table))
    if (to !== 'media')
      await ids.learn(
        to,
        rows.flatMap((row) => keysAt(row, path)),
      )
  await inTransaction(payload, { context: { loading: true, quiet: true } }, async (req) => {
    for (const row of rows) await loadRow(payload, table, row, ids, req)
    const references = rows.map((row) => String(row[TABLES[table].key]))
    await payload.db.create({ collection: 'loads', data: { recordType: table, references }, req })
    const reference = `${references[0]} 等${references.length}条`
    await recordDeed(req, { deed: 'load', recordType: table, reference })
  })
}

async function loadRow(
  payload: Payload,
  table: TableName,
  row: Record<string, unknown>,
  ids: LoadedIds,
  req: PayloadRequest,
): Promise<void> {
  const key = String(row[TABLES[table].key])
  const data = { ...recordData(table, row, ids), _status: 'published' }
  // Below the operations: the row was checked against its schema, and hooks would only slow the first start.
  const doc = (await payload.db.create({
    collection: table,
    data,
    select: { createdAt: true, updatedAt: true },
    req,
  })) as LoadedDoc
  await payload.db.createVersion({
    autosave: false,
    collectionSlug: table,
    createdAt: doc.createdAt,
    updatedAt: doc.updatedAt,
    parent: doc.id,
    versionData: { ...data, createdAt: doc.createdAt, updatedAt: doc.updatedAt } as never,
    returning: false,
    req,
  })
  ids.remember(table, key, doc.id)
  const { publishedOn, changedOn } = row as { publishedOn: string; changedOn: string }
  await recordAct(req, table, key, 'publish', noonOf(publishedOn))
  if (changedOn !== publishedOn) await recordAct(req, table, key, 'correct', noonOf(changedOn))
}

type LoadedDoc = { id: number | string; createdAt: string; updatedAt: string }

/** An instant within a day of Asia/Shanghai, for an act of which only the day is known. */
function noonOf(day: string): number {
  return Date.parse(`${day}T12:00:00+08:00`)
}
