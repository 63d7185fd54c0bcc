import type { BookDuty, BookLink, DutyAnswer, DutyBook, Found } from '#domain/search/dutyBook'
import { arrivalLimitWords, handlingLimitWords } from '../../rows/dutyLimits.ts'
import { demoTag } from '../demoBand.ts'
import { becauseWords, usualWords } from '../dutyWords.ts'
import { type Element, el, type Tree } from '../tree.ts'

/**
 * 归谁管 as an answer: whom to go to stands first and large. Never nothing: without a duty it names the categories and
 * whom to ask.
 * @param categories pages of the categories of the list
 * @param marked a text with the asked words marked
 */
export function dutyAnswer(
  { best, also, isSure }: DutyAnswer,
  book: DutyBook,
  categories: readonly BookLink[],
  marked: (text: string) => Tree[],
): Element {
  const others = el(
    'ul',
    { class: 'entries' },
    also.map((one) => alsoEntry(one, marked)),
  )
  const isSample = [...(best ? [best] : []), ...also].some(({ duty }) => duty.scope === 'sample')
  if (!best && also.length > 0) return band([others], { isSample, doubt: '说不准，相近的有：' })
  if (!best) return band(book.duties.length === 0 ? unpublished(book) : nothing(categories, book))
  return band(
    [
      ...whom(best, isSure, marked),
      el('dl', { class: 'facts' }, facts(best.duty)),
      also.length > 0 && [el('h3', { class: 'sub' }, '也可能是'), others],
    ],
    { isSample, doubt: isSure ? null : '说不准，最像的是：' },
  )
}

function band(
  children: Parameters<typeof el>[2][],
  { isSample, doubt }: { isSample: boolean; doubt: string | null } = { isSample: false, doubt: null },
): Element {
  return el(
    'section',
    { class: 'band answer', 'aria-labelledby': 'h-guishui', 'data-origin': isSample ? 'sample' : undefined },
    el('h2', { id: 'h-guishui' }, '归谁管', doubt && el('span', { class: 'count' }, doubt)),
    el('div', { class: 'text' }, ...children),
  )
}

function whom({ duty, because }: Found, isSure: boolean, marked: (text: string) => Tree[]): Tree[] {
  return [
    el(
      'p',
      { class: 'who' },
      el('small', {}, '找'),
      link(duty.lead),
      el('small', {}, '牵头'),
      duty.scope === 'sample' && demoTag(),
    ),
    el('p', { class: 'deck' }, el('a', { href: duty.path }, marked(duty.title))),
    ...(because && isSure ? [el('p', { class: 'small quiet' }, `${becauseWords(because)}。`)] : []),
  ]
}

function facts(duty: BookDuty): Element[] {
  const rows: [label: string, said: Tree[] | null, apart?: boolean][] = [
    ['还要到场', duty.responsible.length > 0 ? joined(duty.responsible) : ['只由牵头部门负责']],
    ['多久内到', [arrivalLimitWords(duty) ?? unknown()]],
    ['办理时限', duty.handlingDays ? [handlingLimitWords(duty) as string] : null],
    [
      '一般多久办成',
      duty.usual
        ? [usualWords(duty.usual), ...(duty.usual.scope === 'sample' ? [' ', demoTag()] : [])]
        : null,
    ],
    ['不归它的', duty.excludes ? [duty.excludes] : null],
    ['办得好的', duty.examples.length > 0 ? duty.examples.map(link) : null, true],
  ]
  return rows.flatMap(([label, said, apart]) =>
    said ? [el('div', {}, el('dt', {}, label), el('dd', { class: apart ? 'apart' : undefined }, said))] : [],
  )
}

function alsoEntry({ duty }: Found, marked: (text: string) => Tree[]): Element {
  return el(
    'li',
    { 'data-origin': duty.scope === 'sample' ? 'sample' : undefined },
    el('a', { href: duty.path }, marked(duty.title)),
    duty.scope === 'sample' && [' ', demoTag()],
    el('p', {}, '找', link(duty.lead)),
  )
}

function nothing(categories: readonly BookLink[], { ask }: DutyBook): Tree[] {
  return [
    el('p', {}, '清单里没有找到像的。事情大概在哪一类里，可以点进去看：'),
    el('p', { class: 'try' }, categories.map(link)),
    el('p', {}, askWords(ask)),
  ]
}

function unpublished({ ask }: DutyBook): Tree[] {
  return [el('p', {}, '权责清单还没有公布，所以还说不出这事归谁管。'), el('p', {}, askWords(ask))]
}

/** Departments and places that are called exactly as was asked: their pages stand first. */
export function namesBand(names: DutyAnswer['names'], book: DutyBook): Element {
  return el(
    'section',
    { class: 'band', 'aria-labelledby': 'h-mingcheng' },
    el('h2', { id: 'h-mingcheng' }, '就是这个名字'),
    el(
      'ul',
      { class: 'entries text' },
      names.map(({ name, path, kind }) => {
        const isSample = book.names.find((one) => one.path === path)?.scope === 'sample'
        return el(
          'li',
          { 'data-origin': isSample ? 'sample' : undefined },
          el('a', { href: path }, name),
          isSample && [' ', demoTag()],
          el(
            'p',
            { class: 'small quiet' },
            kind === 'department' ? '部门：管哪些事，来得快不快' : '地方：有哪些事',
          ),
        )
      }),
    ),
  )
}

/** Whom to ask where the list does not say it. */
function askWords({ organiser, contact }: DutyBook['ask']): string {
  const office =
    organiser || contact ? `也可以问${organiser ?? '主办单位'}${contact ? `：${contact}` : ''}。` : ''
  return `可以说给所在的社区或村听，由它吹哨。${office}`
}

function link({ name, path }: BookLink): Element {
  return el('a', { href: path }, name)
}

function joined(links: readonly BookLink[]): Tree[] {
  return links.flatMap((one, i) => (i > 0 ? ['、', link(one)] : [link(one)]))
}

const unknown = (): Element => el('span', { class: 'quiet' }, '未公布')
