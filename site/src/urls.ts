import { addressOf } from '#domain/published/addresses'
import type { TableName } from '#domain/records/snapshot'

/** Every address of the site, relative to its root. Pages print them relative to themselves (renderer.ts). */

export type Section =
  | 'cases'
  | 'duties'
  | 'departments'
  | 'areas'
  | 'practices'
  | 'statistics'
  | 'sources'
  | 'notices'
  | 'review-meetings'
  | 'data'

export const HOME = 'index.html'
export const SEARCH = 'search.html'
/** Closures by month and what was open at the end of each. */
export const FLOW = 'figures/flow-and-stock.html'
export const NOT_FOUND = '404.html'
/** How a resident or a community whistles. */
export const WHISTLE = 'whistle.html'
/** What the site does for readers who see, hear or move with difficulty. */
export const ACCESSIBILITY = 'accessibility.html'

export function sectionPath(section: Section): string {
  return `${section}/index.html`
}

/** Page of a record. Throws for tables whose records have no page. */
export function recordPath(table: TableName, key: string): string {
  const path = addressOf(table, key)
  if (!path) throw new Error(`${table} 没有单独的页面`)
  return path
}

/** The record as JSON, beside its page. */
export function jsonPath(table: TableName, key: string): string {
  return recordPath(table, key).replace(/\.html$/, '.json')
}

export function categoryPath(number: number): string {
  return `duties/category-${number}.html`
}

export function figurePath(metric: string): string {
  return `figures/${metric}.html`
}

/** A statistic over two dimensions: `figures/whistles/department-by-month.html`. */
export function crossedPath(metric: string, [first, second]: readonly [string, string]): string {
  return `figures/${metric}/${first}-by-${second}.html`
}

/** A list of rows that no single column tells; a page of a span of it such as `2022-12`. */
export function pickedPagePath(list: string, span?: string): string {
  return listPath(`lists/${list}`, span)
}

export function photoPath(file: string): string {
  return `media/${file}`
}

/** The list of the cases of one facet value. */
export function facetPath(facet: string, value: string): string {
  return listPath(`cases/by/${facet}/${value}`)
}

/** The first page of a list, or the page of a span of it such as `2022-12`. */
export function listPath(base: string, span = 'index'): string {
  return `${base}/${span}.html`
}

/** The list of the notices that a department received. */
export function noticesToPath(department: string): string {
  return listPath(`notices/to/${department}`)
}

export function searchPath(words: string): string {
  return `${SEARCH}?q=${encodeURIComponent(words)}`
}

export function dataFile(dataset: string, kind: 'csv' | 'json'): string {
  return `data/${dataset}.${kind}`
}
