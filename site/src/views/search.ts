import { FACETS } from '#domain/facets'
import { DUTY_KIND, KIND_FILTER } from '#domain/searchRecords'
import { ORIGIN_LABELS } from '#domain/vocabulary'
import type { PageKind } from '../context.ts'
import { SEARCH, sectionPath } from '../urls.ts'
import { type Frame, frameOf } from './frame.ts'

export type SearchView = {
  frame: Frame
  /** Plain lists for readers without script or from disk. */
  lists: { href: string; words: string }[]
  /** Labels of the filters in their order. */
  filters: string[]
  /** Hits that stand before all others: who must come, then what is no invention. */
  groups: { title: string; filter: string; values: string[]; many: number }[]
}

const originLabel = (FACETS.find((facet) => facet.id === 'origin') as (typeof FACETS)[number]).label

export const searchKind: PageKind<SearchView> = {
  id: 'search',
  pattern: /^search\.html$/,
  paths: () => [SEARCH],
  view: (_params, { world }) => ({
    frame: frameOf(
      SEARCH,
      {
        title: '搜索',
        description: '用平常的话找事项、权责、部门和做法。',
        keywords: ['搜索', '这事归谁管'],
      },
      world,
    ),
    lists: [
      { href: sectionPath('duties'), words: '权责清单' },
      { href: sectionPath('cases'), words: '全部事项' },
      { href: sectionPath('departments'), words: '部门' },
      { href: sectionPath('areas'), words: '地方' },
      { href: sectionPath('practices'), words: '典型做法' },
    ],
    filters: [KIND_FILTER, ...FACETS.map((facet) => facet.label)],
    groups: [
      { title: '归谁管', filter: KIND_FILTER, values: [DUTY_KIND], many: 3 },
      {
        title: '登记和报道的事',
        filter: originLabel,
        values: [ORIGIN_LABELS.record, ORIGIN_LABELS.press],
        many: 5,
      },
    ],
  }),
  affectedBy: () => [],
  countedToAsOf: () => [],
}
