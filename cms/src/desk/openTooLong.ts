import type { Where } from 'payload'
import { handlingDueOn } from '#domain/figures/handling'
import { type Case, RESOLVED_STATES } from '#domain/records/case'
import { ownWhere } from '../access/ownRecords.ts'
import { reachFor } from '../access/rights.ts'
import { notInBin } from '../bin/notInBin.ts'
import { type DeskKind, lineOf, listHref, recordHref } from './deskLine.ts'

/** Open cases that are looked at, the oldest first: the desk is opened often and must answer at once. */
const LOOKED_AT = 500

/** Open cases whose handling limit has passed, and how many are open at all; of somebody who writes his own, those. */
export const openTooLong: DeskKind = async ({ payload, req, today }) => {
  const asker = { payload, user: req.user ?? null, context: {} }
  const open: Where = { _status: { equals: 'published' }, status: { not_in: [...RESOLVED_STATES] } }
  if (reachFor(asker, 'cases', 'update') === 'own') Object.assign(open, await ownWhere(asker, 'cases'))
  // Below the operations: the fields are public, and hooks for each event of hundreds of cases would take the most of it.
  const { docs, totalDocs } = await payload.db.find<Opened>({
    collection: 'cases',
    where: { and: [open, notInBin, { status: { not_equals: 'done' } }, { handlingDays: { exists: true } }] },
    select: {
      reference: true,
      title: true,
      handlingDays: true,
      timeline: { kind: true, at: true, until: true },
    },
    sort: 'reference',
    limit: LOOKED_AT,
    req,
  })
  const late = docs.flatMap((doc) => {
    const due = handlingDueOn({
      timeline: timelineOf(doc),
      handlingDays: doc.handlingDays ?? undefined,
    } as Case)
    return due && due < today ? [{ doc, due }] : []
  })
  late.sort((a, b) => (a.due < b.due ? -1 : 1))
  const most = totalDocs > LOOKED_AT ? '至少' : ''
  const entries = late.map(({ doc, due }) => ({
    words: `${doc.reference} ${doc.title ?? ''}：应在${due}前办完`,
    href: recordHref('cases', doc.id),
  }))
  const count = await payload.count({ collection: 'cases', where: open, overrideAccess: false, req })
  const href = listHref('cases', open)
  return [
    ...lineOf(entries, (n) => `过了办理时限还没办完：${most}${n}件`, href),
    ...(count.totalDocs > 0
      ? [{ words: `还没结案的事项：${count.totalDocs}件`, href, entries: [], isUrgent: false }]
      : []),
  ]
}

type Opened = {
  id: number | string
  reference: string
  title?: string | null
  handlingDays?: number | null
  timeline?: { kind?: string | null; at?: string | null; until?: string | null }[] | null
}

const timelineOf = ({ timeline }: Opened) =>
  (timeline ?? []).map(({ kind, at, until }) => ({ kind, at: at ?? undefined, until: until ?? undefined }))
