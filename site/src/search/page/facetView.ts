import type { FacetCount } from '#domain/search/answer/answer'
import type { FacetHead } from '../facetLabels.ts'
import { type Element, el } from '../tree.ts'

/** The filters, each closed until somebody opens it: what is in it is fetched only then. */
export function facetPanel(heads: readonly FacetHead[], chosen: Record<string, string[]>): Element {
  return el(
    'details',
    { class: 'sift', ...(Object.keys(chosen).length > 0 ? { open: true } : {}) },
    el('summary', {}, '筛选'),
    el('p', { class: 'small quiet' }, '数的是写着全部词的事项；登记、报道的和演示的都在内。'),
    heads.map(({ id, label }) =>
      el(
        'details',
        { 'data-facet': id },
        el('summary', {}, label),
        el('div', {}, el('p', { class: 'small quiet' }, '正在数……')),
      ),
    ),
  )
}

/**
 * All values of a filter with their counts, places as a tree. A chosen value stays, also where nothing is left under it.
 * @param labelOf the words of a value
 */
export function facetValues(
  id: string,
  counts: readonly Omit<FacetCount, 'label'>[],
  chosen: readonly string[],
  labelOf: (value: string) => string,
): Element {
  const rows = [
    ...counts.filter(({ value, count }) => count > 0 || chosen.includes(value)),
    ...chosen
      .filter((value) => !counts.some((c) => c.value === value))
      .map((value) => ({ value, count: 0, depth: 0 })),
  ].map((row) => ({ ...row, label: labelOf(row.value) }))
  if (rows.length === 0) return el('p', { class: 'small quiet' }, '没有可筛的。')
  return branch(rows, id, chosen)
}

/** Rows in the order of a walk through the tree, as lists within lists. */
function branch(rows: readonly FacetCount[], id: string, chosen: readonly string[]): Element {
  const items: Element[] = []
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] as FacetCount
    let end = i + 1
    while (end < rows.length && (rows[end] as FacetCount).depth > row.depth) end++
    const below = rows.slice(i + 1, end)
    items.push(el('li', {}, valueBox(row, id, chosen), below.length > 0 && branch(below, id, chosen)))
    i = end
  }
  return el('ul', {}, items)
}

function valueBox({ value, label, count }: FacetCount, id: string, chosen: readonly string[]): Element {
  return el(
    'label',
    {},
    el('input', {
      type: 'checkbox',
      'data-facet-id': id,
      value,
      ...(chosen.includes(value) ? { checked: true } : {}),
    }),
    el('span', {}, label),
    el('i', { class: 'small' }, String(count)),
  )
}

/** The chosen values, each with a button that takes it away. */
export function chosenLine(chosen: readonly { id: string; value: string; label: string }[]): Element {
  return el(
    'p',
    { class: 'try small' },
    el('span', { class: 'quiet' }, '只看：'),
    chosen.map(({ id, value, label }) =>
      el(
        'button',
        { type: 'button', class: 'link', 'data-facet-id': id, value, 'aria-label': `不再只看${label}` },
        `${label} ×`,
      ),
    ),
  )
}
