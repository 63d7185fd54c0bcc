import { demoTag } from '../demoBand.ts'
import { type Element, el, type Tree } from '../tree.ts'
import type { PagefindHit } from './pagefind.ts'

/** A hit of Pagefind as an entry. Its excerpt is split at its marks and set as text, never as markup. */
export function pagefindEntry({ path, title, isSample, excerpt }: PagefindHit): Element {
  return el(
    'li',
    { 'data-origin': isSample ? 'sample' : undefined },
    el('a', { href: path }, title),
    isSample && [' ', demoTag()],
    el('p', { class: 'small' }, pieces(excerpt)),
  )
}

/** What the other index found, said to be perhaps not all. */
export function pagefindBand(hits: readonly PagefindHit[]): Element {
  return el('section', { class: 'band', id: 'zu-beiyong' }, [
    el('h2', {}, '备用的索引'),
    el(
      'div',
      { class: 'text' },
      el('p', {}, '备用的索引里有这些，不一定全：'),
      el('ul', { class: 'entries' }, hits.map(pagefindEntry)),
    ),
  ])
}

function pieces(excerpt: string): Tree[] {
  return excerpt
    .split(/<\/?mark>/)
    .map(plain)
    .map((text, place): Tree => (place % 2 === 1 ? el('mark', {}, text) : text))
}

function plain(text: string): string {
  return text
    .replaceAll('\u200b', '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
}
