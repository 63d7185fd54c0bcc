import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { shanghaiDay } from '#domain/dates'
import type { PrivateDecision } from '#domain/private/decisions'
import { TABLES } from '#domain/records/snapshot'
import { MERGED_TABLES, type MergedTable } from '#domain/records/succession'
import { may, reachFor } from '../access/rights.ts'
import { checkPublication } from '../hooks/checkPublication.ts'
import { readMainRow } from '../hooks/mainRow.ts'
import { countNamers } from '../hooks/namedByPublished.ts'
import { refuse } from '../hooks/refuse.ts'
import { type MainRow, writeContext } from '../hooks/writeContext.ts'
import { idOf, type Relation } from '../relations.ts'
import { isId } from '../rest/knownAddress.ts'
import { newestVersion } from '../twoPeople/newestVersion.ts'
import { isFourEyes } from '../workflow/fourEyes.ts'
import { takeStep } from '../workflow/takeStep.ts'

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
  /** A draft that would merge it, or with null take that back, and waits for another publisher. */
  proposed: { into: string | null } | null
  /** Published records that name it, by kind, in words: 事项 110. */
  named: string[]
  mayMerge: boolean
}

/**
 * Reads how it stands, in the name of who asks. Throws in words where there is no such record, or none that is theirs to
 * read; a merger that is only proposed is for who may read drafts.
 */
export async function readMerger(
  req: PayloadRequest,
  table: MergedTable,
  given: number | string,
): Promise<MergerStanding> {
  const row = await neededRow(req, table, given)
  await req.payload.findByID({ collection: table, id: row.id, depth: 0, overrideAccess: false, req })
  const counts = await countNamers(req, table, row.id)
  const into = idOf(row.row.replacedBy as Relation)
  const mayReadDrafts = reachFor(req, table, 'readVersions') === 'all'
  const newest = row.published && mayReadDrafts ? await newestVersion(req, table, row.id) : undefined
  const proposed = newest?._status === 'draft' ? idOf(newest.replacedBy as Relation) : into
  return {
    name: String(row.row.name),
    proposed:
      String(proposed) === String(into)
        ? null
        : {
            into: proposed === undefined ? null : String((await neededRow(req, table, proposed)).row.name),
          },
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
 * transaction of the request. Nothing that names it is written. Where four eyes are asked for, it is a draft that is
 * handed in, and holds from the day on which another publisher publishes it. Throws in words where it may not be.
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
  const today = shanghaiDay(Date.now())
  const merger = {
    replacedBy: into === null ? null : (await neededRow(req, table, into)).id,
    replacedOn: into === null ? null : today,
  }
  const isProposed = await isFourEyes(req)
  if (isProposed) await holdProposal(req, table, row, merger)
  await req.payload.update({
    collection: table,
    id: row.id,
    depth: 0,
    draft: isProposed,
    data: {
      ...(merger as object),
      changeNote: note,
      changeKind: 'addition',
      _status: isProposed ? 'draft' : 'published',
    },
    req,
  })
  if (isProposed) await takeStep(req, { recordType: table, id: row.id, step: 'submit', note }, Date.now())
}

/** Refuses a merger of which a draft is made where that could not be published, or another draft waits. */
async function holdProposal(
  req: PayloadRequest,
  table: MergedTable,
  { id, row, ...before }: MainRow,
  merger: object,
): Promise<void> {
  const newest = await newestVersion(req, table, id)
  if (newest?._status === 'draft')
    refuse(`${TABLES[table].label}“${row.name}”有一份还没有公开的草稿：先发布它，或恢复成公开的样子`, 409)
  const data = { ...row, ...merger, changedOn: shanghaiDay(Date.now()) }
  await checkPublication(
    req,
    table,
    data,
    { id, row, ...before },
    (row.privateDecisions ?? []) as PrivateDecision[],
  )
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
  const row = isId(req.payload, String(given))
    ? await readMainRow(req, table, { id: { equals: given } })
    : undefined
  if (!row || row.row.deletedAt) refuse(`没有这一条${TABLES[table].label}`, 404)
  return row
}
