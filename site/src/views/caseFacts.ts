import { closedAt, isResolved, whistledAt } from '#domain/case'
import { dayOf, daysBetween } from '#domain/dates'
import type { Row } from '#domain/snapshot'
import { URGENCY_LABELS } from '#domain/vocabulary'
import { scopeOf, type World } from '#domain/world'
import { dateWords, dateWordsAfter, daysWords } from '../format.ts'
import { recordPath } from '../urls.ts'

type Linked = { text: string; href: string | null }
/** One line of 要点: a label and texts, some of them linked. */
export type CaseFact = { label: string; parts: Linked[] }

/** Where, under which duty, by whom, within which limit, and how long: what is not known says 未公布. */
export function caseFacts(c: Row<'cases'>, world: World): CaseFact[] {
  const plain = (text: string): Linked => ({ text, href: null })
  const department = (slug: string): Linked => ({
    text: world.need('departments', slug).name,
    href: recordPath('departments', slug),
  })
  const areas = world.areaPath(c.area).reverse()
  const asOf = world.asOf(scopeOf(c))
  return [
    {
      label: '地方',
      parts: [
        ...areas.map((slug) => ({ text: world.need('areas', slug).name, href: recordPath('areas', slug) })),
        ...(c.place ? [plain(c.place)] : []),
      ],
    },
    {
      label: '归哪一项',
      parts:
        c.duties.length > 0
          ? c.duties.map((code) => ({
              text: `${code} ${world.need('duties', code).title}`,
              href: recordPath('duties', code),
            }))
          : [plain('未公布')],
    },
    { label: '牵头部门', parts: [c.lead ? department(c.lead) : plain('未公布')] },
    {
      label: c.lead ? '配合部门' : '来的部门',
      parts: c.departments.length > 0 ? c.departments.map(department) : [plain('没有或未公布')],
    },
    {
      label: '到场时限',
      parts: [
        plain(
          c.arrivalHours ? `${c.urgency ? URGENCY_LABELS[c.urgency] : ''}${c.arrivalHours}小时` : '未公布',
        ),
      ],
    },
    { label: '办理时限', parts: [plain(handlingWords(c))] },
    { label: '历时', parts: [plain(lastedWords(c, asOf))] },
  ]
}

/** The handling limit in working days, and the latest new date of an extension. */
function handlingWords(c: Row<'cases'>): string {
  const latest = c.timeline
    .flatMap((e) => e.until ?? [])
    .sort()
    .at(-1)
  const limit = c.handlingDays === undefined ? '未公布' : `${c.handlingDays}个工作日`
  return latest ? `${limit}，延到${dateWords(latest)}` : limit
}

/** How long it took, or has waited; an open case says to which day it is counted. */
function lastedWords(c: Row<'cases'>, asOf: string): string {
  const from = whistledAt(c)
  const day = from ? dayOf(from) : null
  if (!from || !day) return from ? `${dateWords(from)}吹哨，日子未公布` : '吹哨的日子未公布'
  const begun = `${dateWords(day)}吹哨`
  if (!isResolved(c))
    return `已经${daysWords(daysBetween(day, asOf) ?? 0)}，${begun}（数到${dateWords(asOf)}）`
  const to = dayOf(closedAt(c) ?? '')
  if (!to) return `${begun}，${c.status === 'closed' ? '结案' : '解决'}的日子未公布`
  return `${daysWords(daysBetween(day, to) ?? 0)}，${begun}，${dateWordsAfter(day, to)}结案`
}
