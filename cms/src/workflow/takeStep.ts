import type { PayloadRequest } from 'payload'
import { shanghaiDay } from '#domain/dates'
import type { PrivateDecision } from '#domain/private/decisions'
import { TABLES } from '#domain/records/snapshot'
import { STEP_LABELS } from '#domain/vocabulary'
import { may, mayWith } from '../access/rights.ts'
import { checkPublication } from '../hooks/checkPublication.ts'
import { readMainRow } from '../hooks/mainRow.ts'
import { refuse } from '../hooks/refuse.ts'
import type { MainRow } from '../hooks/writeContext.ts'
import { holdNoteToCome } from '../notes/noteOfRecord.ts'
import { refuseOwnSaving } from './fourEyes.ts'
import { endStanding, keepStep, standingStep } from './keptSteps.ts'
import { type NamedVersion, newestNamed } from './newestDraft.ts'
import { type GivenStep, type KeptStep, RIGHT_OF } from './steps.ts'
import { readPublishAt, readReviewBy } from './times.ts'

type Standing = { before: MainRow; newest: NamedVersion; name: string; last: KeptStep | null }

/**
 * Takes a step with one version of a record, in the transaction of the request. Throws in words where the person may not,
 * where another version is the newest by now, or where that version would be refused when it is published.
 * @param now the clock, in milliseconds
 */
export async function takeStep(req: PayloadRequest, given: GivenStep, now: number): Promise<void> {
  const { recordType: table, id, step } = given
  const { label } = TABLES[table]
  const before = await readMainRow(req, table, { id: { equals: id } })
  if (!before) refuse(`没有这一条${label}`, 404)
  const newest = await newestNamed(req, table, before.id)
  if (!newest) refuse(`${label}${before.key}没有可以${STEP_LABELS[step]}的版本`, 409)
  const kind = step === 'review' ? 'review' : 'submit'
  const last = await standingStep(req, table, before.id, kind)
  const standing: Standing = { before, newest, name: `${label}${before.key}`, last }
  await holdRight(req, given, standing)
  const kept = await checked(req, given, standing, now)
  await endStanding(req, table, before.id, kind)
  await keepStep(req, {
    recordType: table,
    record: before.id,
    reference: before.key,
    step,
    version: String(newest.id),
    savedAt: newest.savedAt,
    note: given.note?.trim() || null,
    ...kept,
    stands: step !== 'cancel',
  })
}

async function holdRight(req: PayloadRequest, { recordType: table, step }: GivenStep, s: Standing) {
  const { last } = s
  if (step === 'cancel' && (!last || last.step === 'cancel' || last.step === 'return'))
    refuse(`${s.name}没有可以取消的：它没有交上来，也没有批准`, 409)
  const right = step === 'cancel' ? RIGHT_OF[(last as KeptStep).step as 'submit'] : RIGHT_OF[step]
  const isHis =
    may(req, table, right) &&
    (await mayWith(req, table, right, s.before.row)) &&
    (await mayWith(req, table, right, s.newest.content))
  if (!isHis) refuse(`你不能${STEP_LABELS[step]}${s.name}：${whoMay(right)}`, 403)
}

const whoMay = (right: string) =>
  right === 'publish' ? '要发布人来做' : right === 'return' ? '要编辑或发布人来做' : '只能交自己的草稿'

/** What the step needs beside the right, and what is kept of it. */
async function checked(
  req: PayloadRequest,
  given: GivenStep,
  s: Standing,
  now: number,
): Promise<{ publishAt?: string; reviewBy?: string }> {
  const { recordType: table, step, version } = given
  if (step === 'review') return { reviewBy: readReviewBy(given.reviewBy, now) }
  if (step === 'cancel') return {}
  if (s.newest.content._status !== 'draft') refuse(`${s.name}没有等着的草稿：最新的一版已经公开`, 409)
  if (version === undefined && (step === 'approve' || step === 'schedule'))
    refuse(`${STEP_LABELS[step]}要写明是哪一版：批准的只是你看过的那一版`)
  if (version !== undefined && String(version) !== String(s.newest.id))
    refuse(`${s.name}在你看过以后又保存过：请看了最新的一版再${STEP_LABELS[step]}`, 409)
  if (step === 'return') {
    if (!given.note?.trim()) refuse('退回要写理由：写给交稿的人看，说清要改什么')
    if (!s.last || s.last.step === 'return' || s.last.step === 'cancel')
      refuse(`${s.name}没有交上来，不用退回`, 409)
    return {}
  }
  if (step === 'submit') return {}
  await refuseOwnSaving(req, s.newest.content, STEP_LABELS[step])
  const today = shanghaiDay(now)
  const days = { publishedOn: s.before.row.publishedOn ?? today, changedOn: today }
  const decisions = (s.newest.content.privateDecisions ?? []) as PrivateDecision[]
  const data = { ...s.newest.content, ...days }
  const row = await checkPublication(req, table, data, s.before, decisions)
  // Nobody is asked when its time has come: what a change of something public is must be said before.
  if (step === 'schedule') await holdNoteToCome(req, table, { data, before: s.before, row })
  return step === 'schedule' ? { publishAt: readPublishAt(given.publishAt, now) } : {}
}
