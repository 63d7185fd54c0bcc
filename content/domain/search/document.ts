import type { TableName } from '../records/snapshot.ts'
import type { Scope } from '../scope.ts'
import type { FacetId } from '../world/facets.ts'

/** The tables whose records are searched, in the order in which an index holds them. */
export const SEARCHED_TABLES = [
  'cases',
  'duties',
  'departments',
  'areas',
  'practices',
  'notices',
  'review-meetings',
  'sources',
  'pages',
] as const satisfies readonly TableName[]
export type SearchedTable = (typeof SEARCHED_TABLES)[number]

/** One record as search knows it: what it holds, what else may lead to it, and what a hit prints. */
export type SearchDocument = {
  table: SearchedTable
  key: string
  /** Address relative to the root of the site. */
  path: string
  scope: Scope
  title: string
  /** Number, former and other names: asked for exactly, the record stands first. */
  names: string[]
  /** Grey line of a hit in public words: state, place, day. */
  line: string
  /** The record's own published text: what stands here, in the title or in the names is what the record holds. */
  texts: string[]
  /** Wordings that may bring a reader here; a record found by them alone is 相近的 and never counted. */
  near: string[]
  /** Values (not labels) of the filters under which a case stands; other tables have none. */
  facets: Partial<Record<FacetId, string[]>>
}
