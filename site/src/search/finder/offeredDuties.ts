import { normalise } from '#domain/normalise'
import type { BookDuty, DutyAnswer, DutyBook, Found } from '#domain/search/dutyBook'
import { dangerLine } from '../dangerLine.ts'
import { demoTag } from '../demoBand.ts'
import { becauseWords } from '../dutyWords.ts'
import { el, type Tree, textOf } from '../tree.ts'
import type { Offered } from './combobox.ts'

/** Departments and places of the asked name that are offered, before the duties. */
const MOST_NAMES = 2

/** Characters of a question that a sentence repeats; a longer one is not repeated, and never cut. */
const REPEATED = 12

/** A number of a case, a duty or a file, as far as it is typed: letters and digits joined by marks, or run together. */
const CODE = /^(?:[a-z\d]+(?:[-_][a-z\d]*)+|[a-z]{2,}\d{3,})$/

/** What the finder offers below the box for what has been typed so far. */
export function offeredDuties(answer: DutyAnswer, book: DutyBook, text: string): Offered {
  const first = dangerLine(answer)
  const offered = CODE.test(normalise(text)) ? said('按回车查编号') : offeredFor(answer, book, text)
  if (!first) return offered
  if (offered.options.length === 0) return { first, said: null, heard: textOf(first), options: [] }
  return { ...offered, first, heard: `${textOf(first)}。${offered.heard}` }
}

const said = (words: string): Offered => ({ said: words, heard: words, options: [] })

function offeredFor(answer: DutyAnswer, book: DutyBook, text: string): Offered {
  if (book.duties.length === 0 && answer.names.length === 0) {
    return said(
      `权责清单还没有公布。按“查”看已经公开的事项${book.ask.organiser ? `，也可以问${book.ask.organiser}` : ''}。`,
    )
  }
  const found = [answer.best, ...answer.also].filter((one): one is Found => one !== null)
  const options = [
    ...answer.names.slice(0, MOST_NAMES).map(({ name, path, kind }) => ({
      path,
      content: [
        el('b', {}, name),
        el('span', { class: 'small quiet' }, kind === 'department' ? '部门' : '地方'),
      ],
    })),
    ...found.map((one, i) => ({ path: one.duty.path, content: offeredDuty(one, i === 0 && answer.isSure) })),
  ]
  if (options.length === 0) {
    const asked = text.trim()
    return said(`清单里没有像${asked.length <= REPEATED ? `“${asked}”` : '这件事'}的。按“查”搜全部。`)
  }
  const isUnsure = !answer.isSure && answer.names.length === 0
  const first = found[0]
  return {
    said: isUnsure ? '说不准，可能是这几项：' : null,
    heard: `${options.length}项，用上下键选${first && !isUnsure ? `。最像的是${first.duty.title}，找${first.duty.lead.name}` : ''}`,
    options,
  }
}

/** @param isSure whether it may be said that the list calls it so */
function offeredDuty({ duty, because }: Found, isSure: boolean): Tree[] {
  return [
    el('b', {}, `找${duty.lead.name}`),
    duty.title,
    ...(duty.scope === 'sample' ? [' ', demoTag()] : []),
    el('span', { class: 'small quiet' }, because && isSure ? becauseWords(because) : limitWords(duty)),
  ]
}

function limitWords({ arrivalHours }: BookDuty): string {
  return arrivalHours ? `日常哨${arrivalHours.routine}小时内到场` : '到场时限未公布'
}
