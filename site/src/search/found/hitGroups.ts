import type { Answer, Hit } from '#domain/search/answer/answer'
import type { SearchedTable } from '#domain/search/document'

/** Hits that stand under one heading. */
export type HitGroup = {
  id: string
  title: string
  /** Whether all of them are invented. */
  isSample: boolean
  /** What holds every word first, then what is near. */
  hits: Hit[]
  /** Records of this group that hold every word; null where the answer has no total. */
  count: number | null
  /** How many of these stand elsewhere on the page. */
  elsewhere: number
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

/** Hits of a group that hold every word: they stand before the others. */
export const heldIn = (group: HitGroup): number => group.hits.filter((hit) => hit.holds).length

/** Whether nothing in a group holds every word. */
export const isNear = (group: HitGroup): boolean => heldIn(group) + group.elsewhere === 0

/**
 * The hits of an answer under their headings: real cases, invented cases, then the rest table by table, real before
 * invented in each; but a group that is only near stands after those that hold the words. The numbers of the groups
 * together are the total. What stands elsewhere on the page is left out of the hits, never out of a number.
 */
export function hitGroups(answer: Answer, elsewhere: ReadonlySet<number>): HitGroup[] {
  const group = (id: string, title: string, isSample: boolean, hits: Hit[], count?: number): HitGroup => ({
    id,
    title,
    isSample,
    hits: hits.filter((hit) => !elsewhere.has(hit.ordinal)),
    count: answer.total && (count ?? 0),
    elsewhere: hits.filter((hit) => hit.holds && elsewhere.has(hit.ordinal)).length,
  })
  const cases = (scope: Hit['scope']) =>
    answer.hits.filter((hit) => hit.table === 'cases' && hit.scope === scope)
  const groups = [
    group('real', '登记和报道的事项', false, cases('real'), answer.casesByScope?.real),
    group('sample', '演示事项', true, cases('sample'), answer.casesByScope?.sample),
    ...REST.map(([table, title]) => {
      const hits = realFirst(answer.hits.filter((hit) => hit.table === table))
      const isSample = hits.length > 0 && hits.every((hit) => hit.scope === 'sample')
      return group(table, title, isSample, hits, answer.byTable?.[table])
    }),
  ].filter((g) => g.hits.length + g.elsewhere > 0)
  return [...groups.filter((g) => !isNear(g)), ...groups.filter(isNear)]
}

/** What holds the words stands before what is near, and in each the real before the invented. */
function realFirst(hits: readonly Hit[]): Hit[] {
  const rank = (hit: Hit) => (hit.holds ? 0 : 2) + (hit.scope === 'real' ? 0 : 1)
  return [...hits].sort((a, b) => rank(a) - rank(b))
}
