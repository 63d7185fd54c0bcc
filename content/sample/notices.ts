import type { Notice } from '#domain/records/notice'
import type { Event } from '#domain/records/timeline'
import type { NoticeKind } from '#domain/vocabulary'
import {
  afterWork,
  DAY,
  dayNumber,
  dayText,
  dayWords,
  laterDay,
  type Minute,
  WORKDAY,
  YEAR_END,
} from './calendar.ts'
import { departmentSlug } from './departments.ts'
import { randomOf } from './random.ts'
import { COMMAND_OFFICE, SHIPPED_SAMPLE } from './shippedSample.ts'
import type { Delay } from './walk.ts'

/** A notice before it has its number: numbers run in order of time over all cases. */
export type PendingNotice = {
  reference: string
  delay: Delay
  kind: NoticeKind
  at: Minute
  dueAt: Minute
  event: Event
}

/** The ladder: what follows a delay that goes on, and after how many working days past the limit. */
const LADDER: Record<Delay['cause'], readonly [NoticeKind, number][]> = {
  arrival: [
    ['reminder', 0.4],
    ['assignment', 2],
    ['supervision', 4],
  ],
  handling: [
    ['reminder', 1],
    ['assignment', 5],
    ['supervision', 10],
  ],
}
const PREFIX: Record<NoticeKind, string> = { reminder: 'TX', assignment: 'JB', supervision: 'DB' }

/** Share of notices whose outcome nobody published. */
const UNTOLD = 0.07

/** What a notice says, by cause and kind; {n} is the limit. */
const REASONS: Record<Delay['cause'], Record<NoticeKind, readonly string[]>> = {
  arrival: {
    reminder: [
      '应在{n}小时内到场，过了时限还没有到现场，请尽快到场。',
      '到场时限是{n}小时，村社那边一直没有等到人，请说明原因并到场。',
      '派单以后超过{n}小时没有到场，村社已经催过一遍。',
      '{n}小时的到场时限已过，请派能当场拿主意的人到现场。',
    ],
    assignment: [
      '提醒之后仍没有到场，改为限期到场，并书面说明原因。',
      '收到提醒函以后还是没有派人来，请分管的人带队，限期到场。',
      '提醒过一次，现场仍然没有人到，交由部门主要负责人安排。',
    ],
    supervision: [
      '交办之后仍没有到场，列入督办，由分管负责人带队到场。',
      '提醒、交办都没有等到人，列入督办，到场以前每天报一次安排。',
    ],
  },
  handling: {
    reminder: [
      '办理时限是{n}个工作日，时限已过，还没有报办结，请说明卡在哪里。',
      '超过{n}个工作日没有办结，请把剩下的活和办完的日子告诉村社。',
      '应在{n}个工作日内办完，过了时限没有办完也没有申请延期。',
    ],
    assignment: [
      '提醒之后仍没有办结，改为限期办结，每周向村社报一次进展。',
      '收到提醒函以后进展不大，请部门主要负责人过问，限期办完。',
    ],
    supervision: [
      '交办之后仍没有办结，列入督办，由分管负责人到现场定办完的日子。',
      '提醒、交办以后还没有办完，列入督办，交账会上逐次说明。',
    ],
  },
}

/** The notices that followed the delays of a case, each with the event that stands in its timeline. */
export function noticesOfDelays(reference: string, delays: readonly Delay[]): PendingNotice[] {
  const random = randomOf('notices', reference)
  return delays.flatMap((delay) => {
    const sent: PendingNotice[] = []
    for (const [kind, days] of LADDER[delay.cause]) {
      const at = afterWork(delay.limitAt, Math.round(days * WORKDAY) + random.int(10, 150))
      if (
        at >= (delay.endedAt ?? YEAR_END) ||
        at > YEAR_END ||
        !random.chance(kind === 'reminder' ? 0.75 : 0.65)
      )
        break
      const event: Event = {
        kind: 'notice',
        at: dayText(dayNumber(at)),
        body: COMMAND_OFFICE,
        department: departmentSlug(delay.department),
      }
      sent.push({ reference, delay, kind, at, dueAt: afterWork(at, random.int(1, 3) * WORKDAY), event })
    }
    return sent
  })
}

/** Numbers have four digits: what a benchmark makes above them goes on as the next year's. */
function numberOf(serial: number): string {
  const [year, number] = [2022 + Math.floor((serial - 1) / 9999), ((serial - 1) % 9999) + 1]
  return `${year}-${String(number).padStart(4, '0')}`
}

/** Numbers the notices of the year in order of time and writes them as rows; the events learn their numbers. */
export function numberNotices(pending: PendingNotice[]): Notice[] {
  const counts: Partial<Record<NoticeKind, number>> = {}
  const ordered = [...pending].sort((a, b) => a.at - b.at || (a.reference < b.reference ? -1 : 1))
  return ordered.map((n): Notice => {
    const serial = (counts[n.kind] ?? 0) + 1
    counts[n.kind] = serial
    const number = `DEMO-${PREFIX[n.kind]}-${numberOf(serial)}`
    n.event.notice = number
    const { cause, department, limit, endedAt } = n.delay
    const reason = randomOf('notice', number).pick(REASONS[cause][n.kind])
    const told = endedAt !== null && !randomOf('outcome', number).chance(UNTOLD) ? endedAt : null
    const dueOn = dayText(dayNumber(n.dueAt))
    return {
      number,
      kind: n.kind,
      issuer: COMMAND_OFFICE,
      recipient: departmentSlug(department),
      case: n.reference,
      issuedOn: dayText(dayNumber(n.at)),
      dueOn,
      reason: reason.replace('{n}', String(limit)),
      ...(told === null ? {} : { outcome: outcomeOf(cause, department, told, dueOn) }),
      ...SHIPPED_SAMPLE,
      publishedOn: laterDay(n.at, 1),
      changedOn: laterDay((told === null ? n.at : Math.max(n.at, told)) + DAY, 0),
    }
  })
}

/** What came of a notice. A day asked for is kept until it is over. */
function outcomeOf(cause: Delay['cause'], department: string, endedAt: Minute, dueOn: string): string {
  const day = dayNumber(endedAt)
  const end = `${department}在${dayWords(day)}${cause === 'arrival' ? '到场' : '报办结'}`
  return dayText(day) <= dueOn ? `${end}。` : `${end}，晚于文书要求的日子。`
}
