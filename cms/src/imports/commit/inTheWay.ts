import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { idsAt, RELATIONS } from '../../relations.ts'
import { newestOf } from '../../twoPeople/newestOf.ts'
import { savedBy } from '../../twoPeople/newestVersion.ts'
import { type ImportRecord, idOfRecord, importRecordsOf } from './importRecord.ts'
import type { KeptImport } from './keptImport.ts'

type Doc = Record<string, unknown>
/** A record that keeps an import from being undone, and why, in words. */
export type InTheWay = { table: TableName; key: string; reason: string }

/** Records of one look. */
const AT_ONCE = 300

/** What stands in the way of undoing an import: what somebody has edited since, and what others name. */
export async function inTheWay(payload: Payload, kept: KeptImport): Promise<InTheWay[]> {
  const req = await createLocalReq({}, payload)
  const found: InTheWay[] = []
  const named: { by: string; what: InTheWay }[] = []
  const own = new Set<string>()
  for (let after = -1; ; ) {
    const records = await importRecordsOf(payload, {
      importId: kept.id,
      stages: ['done'],
      limit: AT_ONCE,
      after,
    })
    if (records.length === 0) break
    after = records.at(-1)?.place ?? after
    const written = records.filter(({ record }) => record !== null)
    for (const [table, some] of Map.groupBy(written, ({ recordType }) => recordType)) {
      for (const { record } of some) own.add(`${table}:${record}`)
      found.push(...(await editedSince(req, table, some)))
      named.push(
        ...(await namersOf(
          req,
          table,
          some.filter(({ operation }) => operation === 'create'),
        )),
      )
    }
  }
  return [...found, ...named.filter(({ by }) => !own.has(by)).map(({ what }) => what)]
}

/** Records whose newest version is another than the import left, or that are gone. */
async function editedSince(
  req: PayloadRequest,
  table: TableName,
  records: readonly ImportRecord[],
): Promise<InTheWay[]> {
  const which = { parent: { in: records.map(({ record }) => idOfRecord(req, record)) } }
  const versions = await newestOf({ payload: req.payload }, table, which, {
    updatedAt: true,
    updatedBy: true,
  })
  const newest = new Map(versions.map(({ parent, version }) => [String(parent), version]))
  const found: InTheWay[] = []
  for (const { record, reference: key, savedAt } of records) {
    const version = newest.get(String(record))
    if (!version) found.push({ table, key, reason: '已经删掉了' })
    else if (new Date(version.updatedAt as string).toISOString() !== savedAt)
      found.push({ table, key, reason: `导入以后又有人改过（${await savedBy(req, version)}）` })
  }
  return found
}

/** Who else names records that would be gone, published or in a draft. */
async function namersOf(req: PayloadRequest, target: TableName, records: readonly ImportRecord[]) {
  const keys = new Map(records.map(({ record, reference }) => [String(record), reference]))
  const ids = records.map(({ record }) => idOfRecord(req, record))
  const found: { by: string; what: InTheWay }[] = []
  if (ids.length === 0) return found
  for (const { from, path } of RELATIONS.filter((r) => r.to === target)) {
    const select: Record<string, true> = {
      [TABLES[from].key]: true,
      [path.split('.')[0] as string]: true,
      _status: true,
    }
    const drafted = await newestOf(
      { payload: req.payload },
      from,
      { [`version.${path}`]: { in: ids } },
      select,
    )
    const { docs: standing } = await req.payload.db.find({
      collection: from,
      where: { [path]: { in: ids } },
      select,
      limit: 0,
      pagination: false,
    })
    const naming = [
      ...drafted.map(({ parent, version }) => ({ id: String(parent), doc: version })),
      ...(standing as Doc[])
        .filter(({ _status }) => _status === 'published')
        .map((doc) => ({ id: String(doc.id), doc })),
    ]
    for (const { id, doc } of naming) {
      const reason = `${TABLES[from].label}${String(doc[TABLES[from].key])}用到它`
      const key = idsAt(doc, path)
        .map((each) => keys.get(each))
        .find((each) => each !== undefined)
      const what = { table: target, key: key ?? '', reason }
      if (!found.some((each) => each.by === `${from}:${id}` && each.what.key === what.key))
        found.push({ by: `${from}:${id}`, what })
    }
  }
  return found
}
