import type { PayloadRequest } from 'payload'
import { shanghaiMinute } from '#domain/dates'
import type { TableName } from '#domain/records/snapshot'
import type { Step } from '#domain/vocabulary'
import { mayWith } from '../access/rights.ts'
import { readMainRow } from '../hooks/mainRow.ts'
import { refuse } from '../hooks/refuse.ts'
import { idOf } from '../relations.ts'
import { standingStep } from './keptSteps.ts'
import { type NamedVersion, newestNamed } from './newestDraft.ts'
import { type KeptStep, RIGHT_OF, STATE_LABELS, type WorkflowState } from './steps.ts'

/** Where a record is on its way to the readers, for one person. */
export type Way = {
  state: WorkflowState
  /** The same as a sentence: who, when, why. */
  words: string
  /** The newest version, which a step names; null where there is none. */
  version: number | string | null
  publishAt: string | null
  reviewBy: string | null
  /** What this person may do next. */
  steps: Step[]
}

const STATE_OF: Partial<Record<Step, WorkflowState>> = {
  submit: 'submitted',
  return: 'returned',
  approve: 'approved',
  schedule: 'scheduled',
}

/** Reads it for who asks. Says nothing of the draft to somebody who may not read it. */
export async function readWay(req: PayloadRequest, table: TableName, id: number | string): Promise<Way> {
  const before = await readMainRow(req, table, { id: { equals: id } })
  if (!before) refuse('没有这一条', 404)
  const found = await newestNamed(req, table, before.id)
  const isOpen = found !== undefined && (await mayWith(req, table, 'read', found.content))
  const newest = isOpen ? found : undefined
  const last = isOpen ? await standingStep(req, table, before.id) : null
  const review = await standingStep(req, table, before.id, 'review')
  const isWaiting = newest?.content._status === 'draft'
  const state: WorkflowState = !isWaiting
    ? before.published
      ? 'published'
      : 'draft'
    : ((last && STATE_OF[last.step]) ?? (before.row.publishedOn && !before.published ? 'withdrawn' : 'draft'))
  return {
    state,
    words: await inWords(req, state, last),
    version: newest?.id ?? null,
    publishAt: last?.publishAt ?? null,
    reviewBy: review?.reviewBy ?? null,
    steps: await nextSteps(req, table, newest, last),
  }
}

async function inWords(req: PayloadRequest, state: WorkflowState, last: KeptStep | null): Promise<string> {
  const label = STATE_LABELS[state]
  if (!last) return label
  const who = await nameOf(req, last)
  const when = shanghaiMinute(Date.parse(last.at))
  const note = last.note ? `：${last.note}` : ''
  if (last.step === 'cancel') return `${label}。${last.note ?? ''}`
  if (last.step === 'schedule' && last.publishAt)
    return `定在 ${shanghaiMinute(Date.parse(last.publishAt))} 发布这一版（${who}，${when} 安排）${note}`
  return `${label}（${who}，${when}）${note}`
}

async function nameOf(req: PayloadRequest, { by }: KeptStep): Promise<string> {
  const where = { id: { equals: idOf(by) } }
  const user = by
    ? await req.payload.db.findOne<{ id: number | string; name?: string }>({
        collection: 'users',
        where,
        req,
      })
    : null
  return user?.name ?? '系统'
}

/** What makes sense now and is allowed, in the order of the way. */
async function nextSteps(
  req: PayloadRequest,
  table: TableName,
  newest: NamedVersion | undefined,
  last: KeptStep | null,
): Promise<Step[]> {
  if (!newest) return []
  const isWaiting = newest.content._status === 'draft'
  const isIn = last !== null && last.step !== 'return' && last.step !== 'cancel'
  const sensible: Exclude<Step, 'cancel'>[] = isWaiting
    ? [...(isIn ? (['return'] as const) : (['submit'] as const)), 'approve', 'schedule', 'review']
    : ['review']
  const found: Step[] = []
  for (const step of sensible) if (await mayWith(req, table, RIGHT_OF[step], newest.content)) found.push(step)
  if (isIn && last && (await mayWith(req, table, RIGHT_OF[last.step as 'submit'], newest.content)))
    found.push('cancel')
  return found
}
