import type { Case } from '#domain/case'
import type { Notice } from '#domain/notice'
import type { ReviewMeeting } from '#domain/reviewMeeting'
import { DAY, dayIndex, dayText, isWorking, laterDay } from './calendar.ts'
import { SHIPPED_SAMPLE } from './shippedSample.ts'

const FIRST_FRIDAY = dayIndex('2022-01-21')
const LAST_DAY = dayIndex('2022-12-30')
/** Cases that one meeting takes up at most. */
const MOST = 6

/** The weekly meetings: what notices of the week were about, and what was decided; Fridays that are working days. */
export function meetingRows(
  cases: readonly Case[],
  notices: readonly Notice[],
  nameOf: (slug: string) => string,
): ReviewMeeting[] {
  const byReference = new Map(cases.map((c) => [c.reference, c]))
  const rows: ReviewMeeting[] = []
  for (let day = FIRST_FRIDAY; day <= LAST_DAY; day += 7) {
    if (!isWorking(day)) continue
    const [from, date] = [dayText(day - 6), dayText(day)]
    const week = notices.filter((n) => n.issuedOn >= from && n.issuedOn <= date)
    const raised = cases.filter((c) => inWeek(c.timeline[0]?.at, from, date)).length
    const closed = cases.filter((c) =>
      c.timeline.some((e) => e.kind === 'closure' && inWeek(e.at, from, date)),
    ).length
    const taken = [...new Map(week.map((n) => [n.case as string, n])).values()].slice(0, MOST)
    const titleOf = (n: Notice) => byReference.get(n.case as string)?.title ?? (n.case as string)
    rows.push({
      slug: `demo-${date}`,
      date,
      matters: [
        `本周吹哨${raised}件，村社结案${closed}件。`,
        ...taken.map((n) => `${titleOf(n)}（${n.case}）：${nameOf(n.recipient)}过了到场时限。`),
      ],
      decisions:
        taken.length > 0
          ? taken.map((n) => `${nameOf(n.recipient)}在${n.dueOn}前到场，下次会上说明。`)
          : ['没有要另外限期的事项。'],
      cases: taken.map((n) => n.case as string),
      ...SHIPPED_SAMPLE,
      publishedOn: laterDay(day * DAY, 1),
      changedOn: laterDay(day * DAY, 1),
    })
  }
  return rows
}

function inWeek(at: string | undefined, from: string, to: string): boolean {
  return at !== undefined && at.slice(0, 10) >= from && at.slice(0, 10) <= to
}
