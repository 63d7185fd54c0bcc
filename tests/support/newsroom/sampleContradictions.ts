import { dayOf, daysBetween } from '#domain/dates'
import { roundsOf } from '#domain/figures/rounds'
import type { Case } from '#domain/records/case'
import type { Notice } from '#domain/records/notice'
import type { Event } from '#domain/records/timeline'
import { workingDaysBetween } from '#domain/workingDays'

/** What a reader finds in a minute when invented records do not agree with themselves. */
export const CONTRADICTIONS = [
  'outcome against its dates',
  'note against the last event',
  'extension without reason or later date',
  'reopened and left alone',
  'objection against what followed',
  'event without a word',
  'open and not told of',
] as const
export type Contradiction = (typeof CONTRADICTIONS)[number]

/** An open case is told of at least so many days before the year's end. */
const TOLD_WITHIN_DAYS = 31
/** A case that comes back is sent out again within so many days. */
const AGAIN_WITHIN_DAYS = 5

const dayOfEvent = (e: Event) => dayOf(e.at ?? '') ?? ''
const daysFrom = (from: string, to: string) => daysBetween(from, to) ?? Number.POSITIVE_INFINITY
const words = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** Whether a case or one of its notices contradicts itself in a way. */
export function contradicts(
  kind: Contradiction,
  c: Case,
  notices: readonly Notice[],
  lastDay: string,
): boolean {
  const events = c.timeline
  switch (kind) {
    case 'outcome against its dates':
      return notices.some((n) => !outcomeAgrees(n, events))
    case 'note against the last event':
      return !noteAgrees(c)
    case 'extension without reason or later date':
      return events.some((e, i) => e.kind === 'extension' && !extensionAgrees(c, e, i))
    case 'reopened and left alone':
      return events.some((e, i) => {
        const next = events.slice(i).find((x) => x.kind === 'dispatch')
        return (
          e.kind === 'reopened' && (!next || daysFrom(dayOfEvent(e), dayOfEvent(next)) > AGAIN_WITHIN_DAYS)
        )
      })
    case 'objection against what followed':
      return events.some((e, i) => e.kind === 'objection' && !objectionAgrees(events, e, i))
    case 'event without a word':
      return events.some((e) => ['progress', 'plan', 'extension'].includes(e.kind) && !e.text)
    case 'open and not told of': {
      const last = dayOfEvent(events.at(-1) as Event)
      return c.status !== 'closed' && daysFrom(last, lastDay) > TOLD_WITHIN_DAYS
    }
  }
}

/** The day of an outcome is one on which the department came or was done, late only when past the day asked for. */
function outcomeAgrees(n: Notice, events: readonly Event[]): boolean {
  if (!n.outcome) return true
  const kind = n.outcome.includes('到场') ? 'arrival' : 'done'
  const told = events.find(
    (e) =>
      e.kind === kind &&
      e.department === n.recipient &&
      dayOfEvent(e) >= n.issuedOn &&
      n.outcome?.includes(`在${words(dayOfEvent(e))}`),
  )
  if (!told || !n.dueOn) return false
  return n.outcome.includes('晚于') === dayOfEvent(told) > n.dueOn
}

function noteAgrees({ changeNote, timeline }: Case): boolean {
  if (!changeNote) return true
  const last = timeline.at(-1) as Event
  if (last.kind === 'closure') return changeNote.includes('到结案为止')
  if (last.kind === 'call-back') return changeNote.includes('回访')
  return changeNote.includes(`到${words(dayOfEvent(last))}为止`)
}

/** The new date lies after the limit that the round had. */
function extensionAgrees(c: Case, e: Event, index: number): boolean {
  const round = roundsOf(c.timeline).find((r) => index >= r.start && index < r.end)
  const sent = c.timeline.slice(round?.start, round?.end).find((x) => x.kind === 'dispatch')
  if (!e.text || !e.until || !sent) return false
  const days = workingDaysBetween(dayOfEvent(sent), e.until)
  return days !== null && days > (c.handlingDays ?? 0)
}

/** One that was upheld is not called again in its round and another one is; one that was not is called again. */
function objectionAgrees(events: readonly Event[], e: Event, index: number): boolean {
  const end = roundsOf(events).find((r) => index >= r.start && index < r.end)?.end
  const sent = events.slice(index, end).filter((x) => x.kind === 'dispatch')
  const came = events.slice(index, end).some((x) => x.kind === 'arrival' && x.department === e.department)
  // Nobody has decided it yet: then nobody was sent yet either.
  if (e.upheld === undefined) return sent.length === 0
  return e.upheld
    ? !came && sent.some((x) => x.department !== e.department)
    : sent.some((x) => x.department === e.department)
}
