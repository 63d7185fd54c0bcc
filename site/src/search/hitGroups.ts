import type { SearchedTable } from '#domain/search/document'
import type { Answer, Hit } from '#domain/search/index/answer'

/** Hits that stand under one heading. */
export type HitGroup = {
  id: string
  title: string
  /** Whether all of them are invented. */
  isSample: boolean
  hits: Hit[]
  /** Records of this group that hold every word, where that is known exactly. */
  count: number | null
}

/** Headings of what is no case, in their order. */
const REST: readonly [SearchedTable, string][] = [
  ['duties', '权责事项'],
  ['departments', '部门'],
  ['areas', '地方'],
  ['practices', '做法'],
  ['notices', '督办文书'],
  ['review-meetings', '交账会'],
  ['sources', '来源'],
  ['pages', '页面'],
]

/**
 * The hits of an answer under their headings: real cases, invented cases, then the rest table by table, real before
 * invented in each. What stands elsewhere on the page is left out of the hits, never out of a number.
 */
export function hitGroups(answer: Answer, elsewhere: ReadonlySet<number>): HitGroup[] {
  const isWhole = !answer.hasMore && answer.total?.isExact === true
  const group = (id: string, title: string, isSample: boolean, hits: Hit[], counted?: number): HitGroup => ({
    id,
    title,
    isSample,
    hits: hits.filter((hit) => !elsewhere.has(hit.ordinal)),
    count: isWhole ? hits.filter((hit) => hit.holds).length : (counted ?? null),
  })
  const cases = answer.hits.filter((hit) => hit.table === 'cases')
  const groups = [
    group(
      'real',
      '登记和报道的事项',
      false,
      cases.filter((hit) => hit.scope === 'real'),
    ),
    group(
      'sample',
      '演示事项',
      true,
      cases.filter((hit) => hit.scope === 'sample'),
    ),
    ...REST.map(([table, title]) => {
      const hits = realFirst(answer.hits.filter((hit) => hit.table === table))
      const isSample = hits.length > 0 && hits.every((hit) => hit.scope === 'sample')
      return group(table, title, isSample, hits, answer.total?.isExact ? answer.byTable?.[table] : undefined)
    }),
  ]
  return groups.filter((g) => g.hits.length > 0)
}

/** What holds the words stands before what is near, and in each the real before the invented. */
function realFirst(hits: readonly Hit[]): Hit[] {
  const rank = (hit: Hit) => (hit.holds ? 0 : 2) + (hit.scope === 'real' ? 0 : 1)
  return [...hits].sort((a, b) => rank(a) - rank(b))
}
