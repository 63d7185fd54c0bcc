import type { Where } from 'payload'
import { laterDay } from '#domain/dates'
import { workingDayAfter } from '#domain/workingDays'
import { notInBin } from '../bin/notInBin.ts'
import { type DeskKind, lineOf, listHref, recordHref } from './deskLine.ts'

/** Days before its last day from which a notice stands on the desk. */
const SOON = 3
/** Working days within which a challenge is answered. */
const ANSWERED_WITHIN = 3

/** Notices without an outcome whose last day has passed or comes soon. */
export const noticesDue: DeskKind = async ({ payload, req, today }) => {
  const where: Where = {
    and: [
      { _status: { equals: 'published' } },
      notInBin,
      { dueOn: { less_than_equal: laterDay(today, SOON) } },
      { or: [{ outcome: { exists: false } }, { outcome: { equals: '' } }] },
    ],
  }
  const { docs } = await payload.db.find<{ id: number; number: string; dueOn: string }>({
    collection: 'notices',
    where,
    sort: 'dueOn',
    limit: 0,
    pagination: false,
    req,
  })
  const entries = docs.map((d) => ({
    words: `${d.number}：${d.dueOn < today ? `${d.dueOn}已到期` : `${d.dueOn}到期`}，还没有写结果`,
    href: recordHref('notices', d.id),
  }))
  const href = listHref('notices', {
    and: [{ _status: { equals: 'published' } }, { outcome: { exists: false } }],
  })
  return lineOf(entries, (n) => `到期的督办文书：${n}份`, href)
}

/** Challenges without an answer, with the working day by which each is to be answered. */
export const challengesDue: DeskKind = async ({ payload, req, today }) => {
  const where = { answeredOn: { exists: false } }
  const { docs } = await payload.find({
    collection: 'challenges',
    where,
    sort: 'receivedOn',
    limit: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const dated = docs.map((d) => ({
    ...d,
    due: workingDayAfter(d.receivedOn, ANSWERED_WITHIN) ?? d.receivedOn,
  }))
  const entries = dated.map(({ id, number, about, due }) => ({
    words: `${number} ${about}：${due}前答复${due < today ? '，已经过了' : ''}`,
    href: recordHref('challenges', id),
  }))
  const isLate = dated.some(({ due }) => due < today)
  return lineOf(
    entries,
    (n) => `要答复的质疑：${n}条，${ANSWERED_WITHIN}个工作日内答复`,
    listHref('challenges', where),
    isLate,
  )
}
