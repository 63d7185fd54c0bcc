import type { Hit, HitDocument } from '#domain/search/index/answer'
import { demoTag } from './demoBand.ts'
import { marked } from './marking.ts'
import { type Element, el, type Tree } from './tree.ts'

/**
 * One hit: its title with the words marked, what it is and where, and a part of its text once that is there.
 * @param excerpt null where there is none, or none yet
 */
export function hitEntry(
  hit: Pick<Hit, 'holds'>,
  document: HitDocument,
  marks: readonly string[],
  excerpt: readonly Tree[] | null,
): Element {
  const isSample = document.scope === 'sample'
  return el(
    'li',
    { 'data-origin': isSample ? 'sample' : undefined, 'data-path': document.path },
    el('a', { href: document.path }, marked(document.title, marks)),
    isSample && [' ', demoTag()],
    !hit.holds && [' ', el('span', { class: 's q near' }, '相近')],
    excerpt && el('p', { class: 's' }, excerpt),
    document.line && el('p', { class: 's q' }, document.line),
  )
}
