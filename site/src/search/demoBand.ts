import { type Element, el } from './tree.ts'

/** The word 演示 in a box, on every entry that shows an invented record. */
export const demoTag = (): Element => el('span', { class: 'tag', 'data-origin': 'sample' }, '演示')

const stripes = () =>
  el(
    'svg',
    { 'aria-hidden': 'true' },
    el('line', { x1: '-9', x2: '101%', y1: '50%', y2: '50%', transform: 'skewX(-45)' }),
  )

/** The band 演示数据 of what a script has drawn: a striped rule drawn as lines, so that it prints, and the words. */
export function demoBand(): Element {
  return el(
    'div',
    { class: 'demo', role: 'note', 'data-origin': 'sample' },
    stripes(),
    el('p', {}, el('b', {}, '演示数据'), '标着“演示”的，都是为展示软件而虚构的，不是真实情况。'),
    stripes(),
  )
}
