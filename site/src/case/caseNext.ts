import { addMinutes, dayOf, daysBetween, precisionOf } from '#domain/dates'
import { handlingDueOn } from '#domain/figures/handling'
import { isResolved } from '#domain/records/case'
import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import type { World } from '#domain/world/world'
import { dateWords, daysWords } from '../format.ts'
import { phoneParts } from '../frame/phoneParts.ts'
import { recordPath } from '../urls.ts'
import { saidDone } from './callEvents.ts'
import { communityOf } from './communityOf.ts'
import type { LateCall } from './relayTimes.ts'

/** What happens next with an open case, by when as far as known, and whom to ask. */
export type CaseNext = { next: string; due: string | null; ask: Asked[] }
/** Whom to ask: a page, and the numbers that can be dialled there as far as published. */
type Asked = { text: string; href: string; dial: { text: string; dial: string }[] }

/** The next step of an open case; null for one that is resolved. */
export function caseNext(c: Row<'cases'>, calls: readonly LateCall[], world: World): CaseNext | null {
  if (isResolved(c)) return null
  const lead = c.lead ?? c.departments[0]
  return {
    next: nextWords(c, calls, world),
    due: c.status === 'waiting' ? arrivalWords(c, calls) : dueWords(c, world),
    ask: [
      ...(lead ? [askedDepartment(lead, world)] : []),
      { text: communityOf(c, world), href: recordPath('areas', c.area), dial: [] },
    ],
  }
}

function askedDepartment(slug: string, world: World): Asked {
  const standing = world.department(slug)
  const { name, contacts } = world.need('departments', standing)
  return {
    text: name,
    href: recordPath('departments', standing),
    dial: contacts.flatMap(({ number }) =>
      phoneParts(number).flatMap(({ text, dial }) => (dial ? [{ text, dial }] : [])),
    ),
  }
}

function nextWords(c: Row<'cases'>, calls: readonly LateCall[], world: World): string {
  const community = communityOf(c, world)
  if (c.status === 'done') return `部门说办完了，等${community}验收；${community}认了才结案。`
  const last = calls.at(-1)?.round
  const running = calls.filter(
    (call) => call.round === last && !(call.releasedIndex !== null && call.arrivalIndex === null),
  )
  const names = (of: readonly LateCall[]) =>
    of.map((call) => world.need('departments', call.department).name).join('、')
  const absent = running.filter((call) => call.arrivalIndex === null)
  const working = running.filter((call) => call.arrivalIndex !== null && !saidDone(c, call))
  const waits = [
    ...(absent.length > 0 ? [`等${names(absent)}到场`] : []),
    ...(working.length > 0 ? [`等${names(working)}办完`] : []),
  ]
  const first = waits.length > 0 ? waits.join('，') : calls.length > 0 ? '等各家报告办完' : '等派单'
  return `${first}；办完以后由${community}验收，${community}认了才结案。`
}

/** Until when the first of those who have not come has to come; null where the limit or the minute is not known. */
function arrivalWords(c: Row<'cases'>, calls: readonly LateCall[]): string | null {
  const call = calls.find((x) => x.arrivalIndex === null && x.releasedIndex === null)
  if (!call?.calledAt || precisionOf(call.calledAt) !== 'minute' || !c.arrivalHours) return null
  return `${dateWords(addMinutes(call.calledAt, c.arrivalHours * 60))}以前到场${call.late ? '，已经过了' : ''}`
}

/** The handling limit as a day, and whether it has passed; null where it is not known or no longer matters. */
function dueWords(c: Row<'cases'>, world: World): string | null {
  const due = c.status === 'done' ? null : handlingDueOn(c)
  if (!due) return null
  const over = daysBetween(due, dayOf(world.asOf(scopeOf(c))) ?? due) ?? 0
  return `${dateWords(due)}以前办完${over > 0 ? `，已经过了${daysWords(over)}` : ''}`
}
