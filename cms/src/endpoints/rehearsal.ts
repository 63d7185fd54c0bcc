import type { Endpoint } from 'payload'
import { z } from 'zod'
import { shanghaiDay } from '#domain/dates'
import type { RehearsalReport } from '#domain/published/rehearsal'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { roleOf } from '../access/roles.ts'
import { type FieldFault, refuse } from '../hooks/refuse.ts'
import { holdRehearsing } from '../rehearsal/mayRehearse.ts'
import { askRehearsal } from '../rehearsal/rehearsalClient.ts'
import { REHEARSALS } from '../rehearsal/rehearsals.ts'
import { rehearsedChange } from '../rehearsal/rehearsedChange.ts'

/** What a form is told. */
export type Rehearsal =
  /** Nothing can be said yet; it is worth asking again. */
  | { state: 'preparing'; words: string }
  | {
      state: 'ready'
      /** Where the record's page can be seen, below `/api`; null where it has none or none can be made. */
      page: string | null
      /** The folder of all pages of this rehearsal. */
      pages: string | null
      report: RehearsalReport | null
      /** Why it could not be published as it stands. */
      faults: FieldFault[]
      /** What the page was made without, in words. */
      gaps: string[]
    }

const body = z.object({
  recordType: z.enum(TABLE_NAMES),
  id: z.union([z.string(), z.number()]).optional(),
  data: z.record(z.string(), z.unknown()),
  of: z.enum(REHEARSALS),
})

/**
 * `POST /api/rehearsal {recordType, id?, data, of}` (who may see the draft, or publish): what readers would see change were
 * the record published as the form has it now, or withdrawn, and where its pages can be looked at. Nothing is saved.
 */
export const rehearsal: Endpoint = {
  path: '/rehearsal',
  method: 'post',
  handler: async (req) => {
    if (roleOf(req) === null) refuse('请先登录', 401)
    const given = body.safeParse(await req.json?.().catch(() => null))
    if (!given.success)
      refuse(
        '预演要发 {recordType, id, data, of}：哪种记录、哪一条、表单里的内容、看什么（page、changes 或 withdrawal）',
      )
    const { recordType: table, id, data, of } = given.data
    await holdRehearsing(req, table, id, data)
    const { changes, faults, gaps } = await rehearsedChange(req, { table, id, data, of })
    if (changes.length === 0) return Response.json(ready({ faults, gaps }))
    const said = await askRehearsal({
      owner: String(req.user?.id),
      day: shanghaiDay(Date.now()),
      changes,
      isWhole: of !== 'page',
    })
    if (said === 'getting ready')
      return Response.json(
        { state: 'preparing', words: '正在准备预演：先读出现在公开的内容' } satisfies Rehearsal,
        { status: 202 },
      )
    if ('words' in said) {
      if (said.status === 503)
        return Response.json({ state: 'preparing', words: said.words } satisfies Rehearsal, { status: 202 })
      return refuse(said.words, said.status)
    }
    const { token, path, report, held } = said.answer
    const pages = token && `rehearsal/pages/${token}`
    return Response.json(
      ready({
        page: pages && path && `${pages}/${path}`,
        pages,
        report,
        faults: [...faults, ...held.map((message) => ({ path: '', message }))],
        gaps,
      }),
    )
  },
}

const ready = (
  said: Pick<Extract<Rehearsal, { state: 'ready' }>, 'faults' | 'gaps'> &
    Partial<Extract<Rehearsal, { state: 'ready' }>>,
): Rehearsal => ({ page: null, pages: null, report: null, ...said, state: 'ready' })
