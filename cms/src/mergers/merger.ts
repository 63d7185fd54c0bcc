import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { shanghaiDay } from '#domain/dates'
import { TABLES } from '#domain/records/snapshot'
import { MERGED_TABLES, type MergedTable } from '#domain/records/succession'
import { may } from '../access/rights.ts'
import { readMainRow } from '../hooks/mainRow.ts'
import { countNamers } from '../hooks/namedByPublished.ts'
import { refuse } from '../hooks/refuse.ts'
import { type MainRow, writeContext } from '../hooks/writeContext.ts'
import { idOf, type Relation } from '../relations.ts'

const id = z.union([z.string().regex(/^[\da-f]{1,24}$/i), z.number().int().positive()])

/** What is asked: to merge a record into another one, or with `into: null` to take that back; and why. */
export const givenMerger = z.object({
  recordType: z.enum(MERGED_TABLES),
  id,
  into: id.nullable(),
  note: z.string().trim().min(1),
})
export type GivenMerger = z.infer<typeof givenMerger>

/** What a record was merged into, what hangs on it, and whether this person may merge it. */
export type MergerStanding = {
  name: string
  into: { name: string; on: string } | null
  /** Published records that name it, by kind, in words: 事项 110. */
  named: string[]
  mayMerge: boolean
}

/** Reads how it stands. Throws in words where there is no such record. */
export async function readMerger(
  req: PayloadRequest,
  table: MergedTable,
  given: number | string,
): Promise<MergerStanding> {
  const row = await neededRow(req, table, given)
  const counts = await countNamers(req, table, row.id)
  const into = idOf(row.row.replacedBy as Relation)
  return {
    name: String(row.row.name),
    into:
      into === undefined
        ? null
        : {
            name: String((await neededRow(req, table, into)).row.name),
            on: String(row.row.replacedOn),
          },
    named: counts.map((each) => `${TABLES[each.table].label} ${each.count}`),
    mayMerge: row.published && may(req, table, 'publish'),
  }
}

/**
 * Merges a published record into another one from today on, or takes that back: a publication of the old record, in the
 * transaction of the request. Nothing that names it is written. Throws in words where it may not be.
 */
export async function merge(
  req: PayloadRequest,
  { recordType: table, id: given, into, note }: GivenMerger,
): Promise<void> {
  const row = await neededRow(req, table, given)
  const name = `${TABLES[table].label}“${row.row.name}”`
  if (!may(req, table, 'publish')) refuse(`合并和撤销合并由发布人来做：${name}没有动`, 403)
  if (!row.published) refuse(`${name}没有公开，不用合并：没有公开的直接删掉就行`, 409)
  const isMerged = idOf(row.row.replacedBy as Relation) !== undefined
  if (into === null && !isMerged) refuse(`${name}没有并入别处，没有可以撤销的`, 409)
  if (into !== null && isMerged) refuse(`${name}已经并入别处：先撤销，再并入另一个`, 409)
  if (into !== null) await holdTarget(req, table, row, into)
  writeContext(req.context).merges = true
  await req.payload.update({
    collection: table,
    id: row.id,
    depth: 0,
    data: {
      replacedBy: (into === null ? null : (await neededRow(req, table, into)).id) as never,
      replacedOn: into === null ? null : shanghaiDay(Date.now()),
      changeNote: note,
      changeKind: 'addition',
      _status: 'published',
    },
    req,
  })
}

async function holdTarget(
  req: PayloadRequest,
  table: MergedTable,
  row: MainRow,
  into: number | string,
): Promise<void> {
  const target = await neededRow(req, table, into)
  const name = `${TABLES[table].label}“${target.row.name}”`
  if (target.key === row.key) refuse('不能并入自己：请选另一个')
  if (!target.published) refuse(`${name}没有公开，不能并入它：先发布它`)
  if (idOf(target.row.replacedBy as Relation) !== undefined)
    refuse(`${name}自己已经并入别处，不能并入它：请选它并入的那一个`)
}

async function neededRow(req: PayloadRequest, table: MergedTable, given: number | string): Promise<MainRow> {
  const row = await readMainRow(req, table, { id: { equals: given } })
  if (!row || row.row.deletedAt) refuse(`没有这一条${TABLES[table].label}`, 404)
  return row
}
