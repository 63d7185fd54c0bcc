import { createReadStream, existsSync } from 'node:fs'
import { Readable } from 'node:stream'
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { MappingUnfit } from '#domain/imports/fitMapping'
import { OUTCOMES, REASON_KINDS } from '#domain/imports/importPlan'
import { IMPORT_TABLES } from '#domain/imports/importTables'
import { type Mapping, mapping } from '#domain/imports/mapping'
import { refuse } from '../hooks/refuse.ts'
import { importingFault } from '../imports/importer.ts'
import { savedMapping } from '../imports/mappings.ts'
import { askedUpload, importerOf } from '../imports/uploads/askedUpload.ts'
import { beginPlan, isPlanning, type PlanState, planState } from '../imports/uploads/planJobs.ts'
import { readPlannedRows } from '../imports/uploads/plannedRows.ts'
import { fitHeads, proposeHeads } from '../imports/uploads/pointedHeads.ts'
import type { ShownRow } from '../imports/uploads/shownPlan.ts'
import { placeOf } from '../imports/uploads/uploadStore.ts'
import { readLook } from './importFiles.ts'

const row = z.number().int().min(1).max(10_000_000)
const pointing = z.object({
  table: z.enum(IMPORT_TABLES).optional(),
  sheet: z.string().max(200).optional(),
  headRows: z.object({ first: row, last: row }).optional(),
  saved: z.string().max(80).optional(),
})

/** What `GET …/plan` answers: how far it is, and when it is done, the rows that were asked for. */
export type AnsweredPlan = PlanState & { rows?: ShownRow[]; found?: number }

/**
 * `POST /api/import-files/:id/heads {table?, sheet?, headRows?}` or `{saved}` (who may import): the columns under a head
 * with a mapping for them, proposed or saved. 400 in words where there is no head or the saved mapping does not fit.
 */
export const pointImportHeads: Endpoint = {
  path: '/import-files/:id/heads',
  method: 'post',
  handler: async (req) => {
    const { beginning } = readLook(askedUpload(req))
    const given = pointing.safeParse(await req.json?.().catch(() => null))
    if (!given.success) refuse('要写明表（sheet）、表头行（headRows）或对照表的名字（saved）')
    const { saved, ...at } = given.data
    if (at.sheet !== undefined && !beginning.sheets.some(({ name }) => name === at.sheet))
      refuse(`文件里没有“${at.sheet}”这张表`)
    if (saved === undefined)
      return Response.json(
        proposeHeads(beginning, '', at) ?? refuse('没有认出表头：请在下面点一下表头所在的行'),
      )
    const kept = (await savedMapping(req.payload, saved)) ?? refuse(`没有叫“${saved}”的对照表`)
    return Response.json(inWords(() => fitHeads(beginning, kept)))
  },
}

/** `POST /api/import-files/:id/plan {mapping}` (who may import): begins a dry run. Nothing is written to the records. */
export const beginImportPlan: Endpoint = {
  path: '/import-files/:id/plan',
  method: 'post',
  handler: async (req) => {
    const user = importerOf(req)
    const upload = askedUpload(req)
    const asked = givenMapping(await req.json?.().catch(() => null))
    const fault = importingFault(user, asked)
    if (fault) refuse(fault, 403)
    if (isPlanning(upload.id)) refuse('这个文件正在试读：请等它做完', 409)
    beginPlan(req.payload, upload, asked)
    return Response.json(planState(upload.id), { status: 202 })
  },
}

const asking = z.object({
  outcome: z.enum(OUTCOMES).optional(),
  reason: z.enum(REASON_KINDS).optional(),
  kind: z.string().max(40).optional(),
  page: z.coerce.number().int().min(1).default(1),
})

/** `GET /api/import-files/:id/plan?outcome=&reason=&kind=&page=` (who may import): how far the dry run is, and a page of its rows. */
export const seeImportPlan: Endpoint = {
  path: '/import-files/:id/plan',
  method: 'get',
  handler: async (req) => {
    const { id } = askedUpload(req)
    const state = planState(id)
    const asked = asking.safeParse(req.query)
    if (!asked.success) refuse('没有这样的筛选')
    if (state.state !== 'done') return Response.json(state satisfies AnsweredPlan)
    const { page, ...narrowed } = asked.data
    const found = await readPlannedRows(placeOf(id, 'rows.ndjson'), narrowed, page)
    return Response.json({ ...state, ...found } satisfies AnsweredPlan)
  },
}

/** `GET /api/import-files/:id/plan-book` (who may import): the dry run as a workbook. */
export const downloadImportPlan: Endpoint = {
  path: '/import-files/:id/plan-book',
  method: 'get',
  handler: (req) => {
    const { id } = askedUpload(req)
    const book = placeOf(id, 'plan.xlsx')
    if (planState(id).state !== 'done' || !existsSync(book)) refuse('还没有试读完：请先试读', 404)
    return new Response(Readable.toWeb(createReadStream(book)) as ReadableStream, {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('试读.xlsx')}`,
      },
    })
  },
}

/** A mapping as it was sent. Throws in words what is wrong with it. */
function givenMapping(body: unknown): Mapping {
  const parsed = z.object({ mapping }).safeParse(body)
  if (parsed.success) return parsed.data.mapping
  const faults = parsed.error.issues.map(({ path, message }) => `${path.slice(1).join('.')} ${message}`)
  refuse(`对照表不能用：${faults.slice(0, 5).join('；')}`)
}

function inWords<Result>(work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    if (error instanceof MappingUnfit) refuse(error.message)
    throw error
  }
}
