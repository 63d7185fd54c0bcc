import { dayOf, daysBetween } from '#domain/dates'
import { closedAt, isResolved, whistledAt } from '#domain/records/case'
import { emptyWords } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import { URGENCY_LABELS } from '#domain/vocabulary'
import { placesThen } from '#domain/world/placesThen'
import type { World } from '#domain/world/world'
import { dateWords, dateWordsAfter, daysWords } from '../format.ts'
import { recordPath } from '../urls.ts'

type Linked = { text: string; href: string | null }
/** One line of 要点: a label and texts, some of them linked. */
export type CaseFact = { label: string; parts: Linked[] }

/** Where, under which duty, by whom, within which limit, and how long. What is not known stands elsewhere, in a list of its own. */
export function caseFacts(c: Row<'cases'>, world: World): CaseFact[] {
  const plain = (text: string): Linked => ({ text, href: null })
  const department = (slug: string): Linked => ({
    text: world.need('departments', slug).name,
    href: recordPath('departments', slug),
  })
  const areas = placesThen(c, world).reverse()
  const handling = handlingWords(c)
  const lasted = lastedWords(c, world.asOf(scopeOf(c)))
  const facts: CaseFact[] = [
    {
      label: '地方',
      parts: [
        ...areas.map((slug) => ({ text: world.need('areas', slug).name, href: recordPath('areas', slug) })),
        ...(c.place ? [plain(c.place)] : []),
        ...(c.placeRaised ? [plain('更小的地方不写')] : []),
      ],
    },
    {
      label: '对应权责事项',
      parts: c.duties.map((code) => ({
        text: `${code} ${world.need('duties', code).title}`,
        href: recordPath('duties', code),
      })),
    },
    { label: '牵头部门', parts: c.lead ? [department(c.lead)] : [] },
    { label: c.lead ? '配合部门' : '到场部门', parts: c.departments.map(department) },
    {
      label: '到场时限',
      parts: c.arrivalHours
        ? [plain(`${c.urgency ? URGENCY_LABELS[c.urgency] : ''}${c.arrivalHours}小时`)]
        : [],
    },
    { label: '办理时限', parts: handling ? [plain(handling)] : [] },
    { label: '历时', parts: lasted ? [plain(lasted)] : [] },
  ]
  return facts.filter((fact) => fact.parts.length > 0)
}

/** The handling limit in working days, and the latest new date of an extension; null where neither is known. */
function handlingWords(c: Row<'cases'>): string | null {
  const latest = c.timeline
    .flatMap((e) => e.until ?? [])
    .sort()
    .at(-1)
  const parts = [
    ...(c.handlingDays === undefined ? [] : [`${c.handlingDays}个工作日`]),
    ...(latest ? [`延到${dateWords(latest)}`] : []),
  ]
  return parts.length > 0 ? parts.join('，') : null
}

/** How long it took, or has waited; an open case says to which day it is counted. Null where the day is not known. */
function lastedWords(c: Row<'cases'>, asOf: string): string | null {
  const from = whistledAt(c)
  const day = from ? dayOf(from) : null
  if (!from || !day) return from ? `${dateWords(from)}吹哨，日子不详` : null
  const begun = `${dateWords(day)}吹哨`
  if (!isResolved(c))
    return `已经${daysWords(daysBetween(day, asOf) ?? 0)}，${begun}（截至${dateWords(asOf)}）`
  const to = dayOf(closedAt(c) ?? '')
  if (!to) {
    const end = c.status === 'closed' ? '结案' : '解决'
    return `${begun}，${end}的日子${emptyWords('closedAt', c.origin, c.status).words}`
  }
  return `${daysWords(daysBetween(day, to) ?? 0)}，${begun}，${dateWordsAfter(day, to)}结案`
}
