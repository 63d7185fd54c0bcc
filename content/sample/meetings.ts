import type { Case } from '#domain/records/case'
import type { ReviewMeeting } from '#domain/records/reviewMeeting'
import type { Event } from '#domain/records/timeline'
import { DAY, dayIndex, dayText, isWorking, laterDay } from './calendar.ts'
import type { PendingNotice } from './notices.ts'
import { type Random, randomOf } from './random.ts'
import { SHIPPED_SAMPLE } from './shippedSample.ts'

const FIRST_FRIDAY = dayIndex('2022-01-21')
const LAST_FRIDAY = dayIndex('2022-12-30')
/** Cases that one meeting takes up at most. */
const MOST = 6

/** Why a case comes before a meeting, the gravest first. */
const CAUSES = [
  'supervision',
  'assignment',
  'reopened',
  'handling',
  'objection',
  'arrival',
  'extension',
] as const
type Cause = (typeof CAUSES)[number]
type Matter = { cause: Cause; reference: string; department: string | undefined; event: Event }

/** What is said of a case and what is decided, by cause; {d} is the department, {c} the community. */
const MATTERS: Record<Cause, string> = {
  supervision: '交办以后{d}仍然拖着，已发督办单',
  assignment: '提醒以后{d}仍然拖着，已发交办单',
  reopened: '结案以后又出现，{c}要求重办',
  handling: '{d}过了办理时限还没有报办结，已发提醒函',
  objection: '{d}认为不该派给自己，提出派单异议',
  arrival: '{d}过了到场时限没有到，已发提醒函',
  extension: '{d}申请延期',
}
const DECISIONS: Record<Cause, readonly string[]> = {
  supervision: ['{d}分管的负责人到现场，当面向{c}说清楚安排。', '督办单办完以前，{d}每次会上都要说明。'],
  assignment: ['{d}主要负责人过问这件事，下次会上带着结果来。', '{d}写明拖延的原因，抄送{c}。'],
  reopened: [
    '牵头部门重新到场，查清上次哪里没有办彻底。',
    '先听{c}说哪里又坏了，再定怎么办，不照搬上次的办法。',
    '重办的这一轮由{c}看过才算完。',
  ],
  handling: [
    '{d}把剩下的活列成单子交给{c}，办完一样划一样。',
    '{d}说明卡在哪里，要别的部门配合的当场提出来。',
    '{d}重新定一个办完的日子，定了不再改。',
  ],
  objection: ['维持原来的派单，{d}先到场，权责不清的地方会后再议。', '现场少不了{d}，先签收再说分工。'],
  arrival: [
    '{d}说明迟到的原因，并把值班安排报给指挥部。',
    '{d}今后到不了要提前告诉{c}，不让人在现场空等。',
    '{d}指定一个固定的人接这个片区的哨。',
    '人手排不开时，{d}先派能到的人去看，不等人齐。',
  ],
  extension: ['延期的理由写清楚告诉{c}，延期期间照样报进展。', '同意延期，{d}把新的日子贴到现场。'],
}

/** The weekly meetings, on Fridays that are working days: what went wrong in the week, and what was decided. */
export function meetingRows(
  cases: readonly Case[],
  notices: readonly PendingNotice[],
  nameOf: (slug: string) => string,
): ReviewMeeting[] {
  const byReference = new Map(cases.map((c) => [c.reference, c]))
  const matters = mattersOf(cases, notices)
  const rows: ReviewMeeting[] = []
  for (let day = FIRST_FRIDAY; day <= LAST_FRIDAY; day += 7) {
    if (!isWorking(day)) continue
    const [from, date] = [dayText(day - 6), dayText(day)]
    const inWeek = (e: Event | undefined) => e?.at !== undefined && isWithin(e.at, from, date)
    const raised = cases.filter((c) => inWeek(c.timeline[0])).length
    const closed = cases.filter((c) => c.timeline.some((e) => e.kind === 'closure' && inWeek(e))).length
    const taken = gravestOf(matters.filter((m) => inWeek(m.event)))
    const random = randomOf('meeting', date)
    const words = (text: string, m: Matter) =>
      text
        .replaceAll('{d}', m.department ? nameOf(m.department) : '')
        .replaceAll('{c}', byReference.get(m.reference)?.timeline[0]?.body ?? '村社')
    const titleOf = (m: Matter) => byReference.get(m.reference)?.title ?? m.reference
    rows.push({
      slug: `demo-${date}`,
      date,
      matters: [
        `本周吹哨${raised}件，村社结案${closed}件。`,
        ...taken.map((m) => `${titleOf(m)}（${m.reference}）：${words(MATTERS[m.cause], m)}。`),
      ],
      decisions: taken.length > 0 ? decisionsOf(taken, words, random) : ['没有要另外限期的事项。'],
      cases: taken.map((m) => m.reference),
      ...SHIPPED_SAMPLE,
      publishedOn: laterDay(day * DAY, 1),
      changedOn: laterDay(day * DAY, 1),
    })
  }
  return rows
}

function decisionsOf(
  taken: readonly Matter[],
  words: (text: string, m: Matter) => string,
  random: Random,
): string[] {
  return taken.map((m) => `${m.reference}：${words(random.pick(DECISIONS[m.cause]), m)}`)
}

/** Everything of the year that a meeting may take up, in order of cases. */
function mattersOf(cases: readonly Case[], notices: readonly PendingNotice[]): Matter[] {
  const fromNotices = notices.map(
    (n): Matter => ({
      cause: n.kind === 'reminder' ? n.delay.cause : n.kind,
      reference: n.reference,
      department: n.event.department,
      event: n.event,
    }),
  )
  const kinds = ['reopened', 'objection', 'extension'] as const
  const fromEvents = cases.flatMap((c) =>
    kinds.flatMap((cause) =>
      c.timeline
        // An objection that was upheld sent another department: there was nothing left to decide.
        .filter((event) => event.kind === cause && event.upheld !== true)
        .map((event): Matter => ({ cause, reference: c.reference, department: event.department, event })),
    ),
  )
  return [...fromNotices, ...fromEvents]
}

/** The gravest matters, one a case. */
function gravestOf(matters: readonly Matter[]): Matter[] {
  const sorted = [...matters].sort(
    (a, b) => CAUSES.indexOf(a.cause) - CAUSES.indexOf(b.cause) || (a.reference < b.reference ? -1 : 1),
  )
  const first = new Map<string, Matter>()
  for (const m of sorted) if (!first.has(m.reference)) first.set(m.reference, m)
  return [...first.values()].slice(0, MOST)
}

function isWithin(at: string, from: string, to: string): boolean {
  return at.slice(0, 10) >= from && at.slice(0, 10) <= to
}
