import type { Hit, HitDocument } from '#domain/search/answer/answer'
import { CASE_STATE_LABELS, CASE_STATES } from '#domain/vocabulary'
import { STATE_SIGNS } from '../../stateSigns.ts'
import { demoTag } from '../demoBand.ts'
import { type Element, el, type Tree } from '../tree.ts'
import { marked } from './marking.ts'

/** Between the parts of a hit's line. */
const BETWEEN = ' · '

/**
 * One hit: its title with the words marked, its state, a part of its text once that is there, and what and where it is.
 * @param excerpt null where there is none, or none yet
 */
export function hitEntry(
  hit: Pick<Hit, 'holds'>,
  document: HitDocument,
  marks: readonly string[],
  excerpt: readonly Tree[] | null,
): Element {
  const isSample = document.scope === 'sample'
  const { state, rest } = stateAndRest(document)
  const where = rest.join('\u00a0· ')
  const number = document.table === 'cases' && el('span', { class: 'whole' }, document.key)
  return el(
    'li',
    { 'data-origin': isSample ? 'sample' : undefined, 'data-path': document.path },
    el('a', { href: document.path }, marked(document.title, marks)),
    isSample && [' ', demoTag()],
    !hit.holds && [' ', el('span', { class: 'small quiet near' }, '相近')],
    state && el('p', {}, state),
    excerpt && excerpt.length > 0 && el('p', { class: 'small' }, excerpt),
    (where || number) && el('p', { class: 'small quiet' }, where, where && number && '\u00a0· ', number),
  )
}

/** The state of a case as a sign with its word, and the other parts of its line. */
function stateAndRest({ table, line }: HitDocument): { state: Element | null; rest: string[] } {
  const parts = line.split(BETWEEN).filter((part) => part !== '')
  const state = table === 'cases' && CASE_STATES.find((s) => CASE_STATE_LABELS[s] === parts[0])
  if (!state) return { state: null, rest: parts }
  const { sign, tone } = STATE_SIGNS[state]
  const drawn = el('svg', { 'aria-hidden': 'true' }, el('use', { href: `#${sign}` }))
  return {
    state: el('span', { class: `state ${tone}`.trim() }, drawn, CASE_STATE_LABELS[state]),
    rest: parts.slice(1),
  }
}
