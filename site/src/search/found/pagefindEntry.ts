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
