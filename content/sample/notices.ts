import type { Notice } from '#domain/notice'
import type { Event } from '#domain/timeline'
import type { NoticeKind } from '#domain/vocabulary'
import { afterWork, DAY, dayNumber, dayText, laterDay, type Minute, WORKDAY, YEAR_END } from './calendar.ts'
import { departmentSlug } from './departments.ts'
import { type Random, randomOf } from './random.ts'
import { COMMAND_OFFICE, SHIPPED_SAMPLE } from './shippedSample.ts'
import type { Delay } from './walk.ts'

/** A notice before it has its number: numbers run in order of time over all cases. */
export type PendingNotice = {
  reference: string
  department: string
  kind: NoticeKind
  at: Minute
  arrivedAt: Minute | null
  event: Event
}

/** The ladder: what follows a wait that goes on, and after how many working days past the limit. */
const LADDER: readonly [NoticeKind, number][] = [
  ['reminder', 0.5],
  ['assignment', 3],
  ['supervision', 6],
]
const PREFIX: Record<NoticeKind, string> = { reminder: 'TX', assignment: 'JB', supervision: 'DB' }
const REASONS: Record<NoticeKind, string> = {
  reminder: '过了到场时限，部门还没有到现场。',
  assignment: '提醒之后仍没有到场，改为限期到场并书面说明。',
  supervision: '交办之后仍没有到场，列入督办，由分管负责人带队到场。',
}

/** The notices that followed the delays of a case, each with the event that stands in its timeline. */
export function noticesOfDelays(reference: string, delays: readonly Delay[]): PendingNotice[] {
  const random = randomOf('notices', reference)
  return delays.flatMap((delay) => {
    const sent: PendingNotice[] = []
    for (const [kind, days] of LADDER) {
      const at = afterWork(delay.limitAt, Math.round(days * WORKDAY) + random.int(10, 150))
      if (
        at >= (delay.arrivedAt ?? YEAR_END) ||
        at > YEAR_END ||
        !random.chance(kind === 'reminder' ? 0.75 : 0.9)
      )
        break
      const event: Event = {
        kind: 'notice',
        at: dayText(dayNumber(at)),
        body: COMMAND_OFFICE,
        department: departmentSlug(delay.department),
      }
      sent.push({ reference, department: delay.department, kind, at, arrivedAt: delay.arrivedAt, event })
    }
    return sent
  })
}

/** Numbers the notices of the year in order of time and writes them as rows; the events learn their numbers. */
export function numberNotices(pending: PendingNotice[]): Notice[] {
  const counts: Partial<Record<NoticeKind, number>> = {}
  const ordered = [...pending].sort((a, b) => a.at - b.at || (a.reference < b.reference ? -1 : 1))
  return ordered.map((n): Notice => {
    const serial = (counts[n.kind] ?? 0) + 1
    counts[n.kind] = serial
    const number = `DEMO-${PREFIX[n.kind]}-2022-${String(serial).padStart(4, '0')}`
    n.event.notice = number
    const random: Random = randomOf('notice', number)
    const due = afterWork(n.at, random.int(1, 3) * WORKDAY)
    return {
      number,
      kind: n.kind,
      issuer: COMMAND_OFFICE,
      recipient: departmentSlug(n.department),
      case: n.reference,
      issuedOn: dayText(dayNumber(n.at)),
      dueOn: dayText(dayNumber(due)),
      reason: REASONS[n.kind],
      ...(n.arrivedAt === null ? {} : { outcome: `部门在${dayText(dayNumber(n.arrivedAt))}到场。` }),
      ...SHIPPED_SAMPLE,
      publishedOn: laterDay(n.at, 1),
      changedOn: laterDay(Math.max(n.at, n.arrivedAt ?? n.at) + DAY, 0),
    }
  })
}
