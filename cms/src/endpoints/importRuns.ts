import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { OUTCOMES } from '#domain/imports/importPlan'
import { type Mapping, mapping } from '#domain/imports/mapping'
import { canonicalJson } from '#domain/records/snapshot'
import { refuse } from '../hooks/refuse.ts'
import { approveImport, cancelImport } from '../imports/commit/approveImport.ts'
import { startImport } from '../imports/commit/startImport.ts'
import { undoImport } from '../imports/commit/undoImport.ts'
import { savedMapping } from '../imports/mappings.ts'
import { askedUpload, importerOf } from '../imports/uploads/askedUpload.ts'
import { beginRun, runState } from '../imports/uploads/importRuns.ts'
import { planInChild } from '../imports/uploads/planInChild.ts'
import { isPlanning } from '../imports/uploads/planJobs.ts'
import { placeOf } from '../imports/uploads/uploadStore.ts'
import { givenNote } from '../notes/givenNote.ts'
import { isId } from '../rest/knownAddress.ts'
import { givenWithdrawal, neededWithdrawal } from '../withdrawals/givenWithdrawal.ts'

const committing = z.looseObject({
  /** The mapping that was tried, as it is saved. */
  mapping,
  /** The counts that were seen. */
  counts: z.record(z.enum(OUTCOMES), z.number().int()),
})

const UNDER_WAY = '这份文件正在写入：请等它做完'

/**
 * `POST /api/import-files/:id/commit {mapping, counts, changeNote?, changeKind?}` (who may import): begins to
 * write what the dry run showed. Nothing is written where the counts have changed since.
 */
export const beginImportCommit: Endpoint = {
  path: '/import-files/:id/commit',
  method: 'post',
  handler: async (req) => {
    const user = importerOf(req)
    const upload = askedUpload(req)
    const given = committing.safeParse(await bodyOf(req))
    if (!given.success) refuse('写入要带上存好的对照表（mapping）和看到的件数（counts）：先试读')
    const { mapping: asked, counts } = given.data
    if (!asked.own) await holdSaved(req, asked)
    if (isPlanning(upload.id)) refuse('这个文件正在试读：请等它做完', 409)
    const note = givenNote(given.data)
    const begun = beginRun(req.payload, upload.id, async (progress) => {
      const keptFile = placeOf(upload.id, 'file')
      const rest = { mapping: asked, user, note, acknowledged: counts, keptFile }
      const effects = { opened: () => {}, progress }
      const made = await planInChild(req.payload, { upload, mapping: asked }, (planner) =>
        startImport(req.payload, { planner, ...rest }, effects),
      )
      return made?.id ?? null
    })
    if (!begun) refuse(UNDER_WAY, 409)
    return Response.json(runState(upload.id), { status: 202 })
  },
}

/** `GET /api/import-files/:id/commit` (who may import): how far the writing is. */
export const seeImportCommit: Endpoint = {
  path: '/import-files/:id/commit',
  method: 'get',
  handler: (req) => Response.json(runState(askedUpload(req).id)),
}

/**
 * `POST /api/import-runs/:id/:step` (who may import; the import itself says what more it takes): `approve`, `cancel`, or
 * `undo {withdrawReason, withdrawNote}`.
 */
export const stepOfImport: Endpoint = {
  path: '/import-runs/:id/:step',
  method: 'post',
  handler: async (req) => {
    const user = importerOf(req)
    const id = importIdOf(req)
    const { payload } = req
    const step = String(req.routeParams?.step)
    if (step === 'cancel') {
      await cancelImport(payload, { id, user })
      return Response.json({ state: 'done', import: id })
    }
    if (step !== 'approve' && step !== 'undo') refuse('只能批准（approve）、停下（cancel）或撤销（undo）')
    const withdrawal =
      step === 'undo' ? neededWithdrawal('这次导入', givenWithdrawal(await bodyOf(req))) : null
    const work = (progress: Progress) =>
      withdrawal
        ? undoImport(payload, { id, user, withdrawal }, { progress })
        : approveImport(payload, { id, user }, { progress })
    if (!beginRun(payload, `import ${id}`, async (progress) => (await work(progress)).id))
      refuse('这次导入上正在做别的：请等它做完', 409)
    return Response.json(runState(`import ${id}`), { status: 202 })
  },
}

/** `GET /api/import-runs/:id` (who may import): how far what was begun on an import is. */
export const seeImportRun: Endpoint = {
  path: '/import-runs/:id',
  method: 'get',
  handler: (req) => {
    importerOf(req)
    return Response.json(runState(`import ${importIdOf(req)}`))
  },
}

/** An import knows its mapping by name and version: only what is saved so may be written by. */
async function holdSaved({ payload }: PayloadRequest, asked: Mapping): Promise<void> {
  const saved = (await savedMapping(payload, asked.name)) ?? refuse(`对照表“${asked.name}”还没有保存`)
  if (canonicalJson(saved) !== canonicalJson(asked))
    refuse(`对照表“${asked.name}”存着的是第${saved.version}版，和试读的不同：请再试读一次`, 409)
}

type Progress = (done: number, of: number) => void

async function bodyOf(req: PayloadRequest): Promise<Record<string, unknown>> {
  return ((await req.json?.().catch(() => null)) ?? {}) as Record<string, unknown>
}

function importIdOf(req: PayloadRequest): number | string {
  const id = String(req.routeParams?.id ?? '')
  if (!isId(req.payload, id)) refuse('没有这次导入', 404)
  return req.payload.db.defaultIDType === 'number' ? Number(id) : id
}
