import type { PayloadRequest } from 'payload'
import { nameSameness } from '#domain/cleanText'
import { type Row, TABLES, type TableName } from '#domain/records/snapshot'
import { mergerFault, treeFault } from '#domain/world/areaTree'
import { notInBin } from '../bin/notInBin.ts'
import { idOfRecord } from '../imports/commit/importRecord.ts'
import { LOCKING } from '../imports/commit/importStates.ts'
import { importsIn, recordsOf } from '../imports/commit/underWay.ts'
import type { Relation } from '../relations.ts'
import { namedKeys } from '../snapshot/namedKeys.ts'
import { refuse } from './refuse.ts'

/** Tables in which two records of one name could not be told apart, and what of their rows is the name. */
const NAMED = { departments: 'name', practices: 'title', areas: 'name' } as const
/** What else of their rows is compared. */
const COMPARED = {
  departments: { replacedBy: true },
  practices: {},
  areas: { level: true, parent: true, replacedBy: true },
} as const
type NamedTable = keyof typeof NAMED

/**
 * Refuses in words what one row cannot tell and its neighbours can: a name that another has (areas: under the same
 * parent), an area below itself, a merger that comes back to itself. It is asked while nothing else is written, so two saves cannot both pass.
 */
export async function checkNeighbours(
  req: PayloadRequest,
  table: TableName,
  row: object,
  name: string,
): Promise<void> {
  if (!(table in NAMED)) return
  const others = await publicRows(req, table as NamedTable)
  const key = TABLES[table].key as 'slug'
  const own = row as Row<NamedTable>
  const beside = others.filter((other) => other[key] !== own[key])
  const field = NAMED[table as NamedTable] as 'name'
  // What was merged keeps its name, and readers of its page are told where to go on.
  const isSame = (other: Row<NamedTable>) =>
    !isMerged(own) &&
    !isMerged(other) &&
    nameSameness((other as Row<'areas'>)[field]) === nameSameness((own as Row<'areas'>)[field]) &&
    (other as Row<'areas'>).parent === (own as Row<'areas'>).parent
  const twin = beside.find(isSame)
  if (twin)
    refuse(`${name}不能公开：已有同名的${TABLES[table].label}${twin[key]}，读者分不清，请改名称或用那一条`)
  const merger = mergerFault(own as Row<'areas'>, beside as Row<'areas'>[])
  if (merger) refuse(`${name}不能公开：并入：${merger}`)
  if (table !== 'areas') return
  const fault = treeFault(own as Row<'areas'>, beside as Row<'areas'>[])
  if (fault) refuse(`${name}不能公开：上级：${fault}`)
}

const isMerged = (row: Row<NamedTable>) => 'replacedBy' in row && row.replacedBy !== undefined

/** Records that an import is about to publish: their names are as good as in use. */
async function comingRows(req: PayloadRequest, table: NamedTable): Promise<(number | string)[]> {
  const reading = { payload: req.payload, req }
  const records = await recordsOf(reading, await importsIn(reading, LOCKING), table)
  return records.map(({ record }) => idOfRecord(req, record))
}

/** What is public of a table, seen from within this write, with what a row needs to be compared. */
async function publicRows(req: PayloadRequest, table: NamedTable): Promise<Row<NamedTable>[]> {
  const { docs } = await req.payload.db.find({
    collection: table,
    where: {
      and: [
        { or: [{ _status: { equals: 'published' } }, { id: { in: await comingRows(req, table) } }] },
        notInBin,
      ],
    },
    select: { slug: true, [NAMED[table]]: true, ...COMPARED[table] },
    limit: 0,
    pagination: false,
    req,
  })
  if (table === 'practices') return docs as unknown as Row<NamedTable>[]
  const keys = await namedKeys(req.payload, table, docs, req)
  return (docs as unknown as { parent?: Relation; replacedBy?: Relation }[]).map((doc) => ({
    ...(doc as unknown as Row<'areas'>),
    parent: keys.record('areas', doc.parent)?.key,
    replacedBy: keys.record(table, doc.replacedBy)?.key,
  }))
}
