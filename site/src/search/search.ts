import { categoryTitle, FACETS, type Facet } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { categoriesWithPage } from '../rows/dutyItems.ts'
import { categoryPath, recordPath, SEARCH, searchPath, sectionPath } from '../urls.ts'
import type { FacetHead } from './facetLabels.ts'

/** Words as people say them, to be tried on the front page and on the search page. */
export const EXAMPLES = ['油烟呛人', '掉墙皮', '乱停车']

type Link = { href: string; words: string }

export type SearchView = {
  frame: Frame
  examples: Link[]
  /** Categories of the duty list that have a page. */
  categories: Link[]
  /** Plain lists for readers without script, from disk, or who found nothing. */
  lists: Link[]
  /** Who publishes this and how to reach them, where the settings say so. */
  asked: { organiser: string | null; contact: string | null }
  /** Filters of cases in their order. */
  facets: FacetHead[]
}

/** A filter with the words of its values where the list of them is closed: those are known before the index is. */
function facetHead({ id, label, order, labelOf }: Facet, world: World): FacetHead {
  if (!order) return { id, label }
  return { id, label, words: Object.fromEntries(order.map((value) => [value, labelOf(value, world)])) }
}

export const searchKind: PageKind<SearchView> = {
  pattern: /^search\.html$/,
  paths: () => [SEARCH],
  view: (_params, { world }) => ({
    frame: frameOf(
      SEARCH,
      {
        title: '搜索',
        description: '用平常的话问这事归谁管，找事项、权责、部门、地方和做法。',
        keywords: ['搜索', '这事归谁管'],
      },
      world,
    ),
    examples: EXAMPLES.map((words) => ({ words, href: searchPath(words) })),
    categories: categoriesWithPage(world).map((number) => ({
      href: categoryPath(number),
      words: categoryTitle(number, world),
    })),
    lists: [
      { href: sectionPath('duties'), words: '权责清单' },
      { href: sectionPath('cases'), words: '全部事项' },
      { href: sectionPath('departments'), words: '部门' },
      { href: sectionPath('areas'), words: '地方' },
      { href: sectionPath('practices'), words: '典型做法' },
      { href: sectionPath('notices'), words: '督办文书' },
      { href: sectionPath('review-meetings'), words: '交账会' },
      { href: sectionPath('sources'), words: '来源' },
      ...(world.get('pages', 'mechanism')
        ? [{ href: recordPath('pages', 'mechanism'), words: '怎样运转' }]
        : []),
    ],
    asked: {
      organiser: world.snapshot.settings.organiser ?? null,
      contact: world.snapshot.settings.contact ?? null,
    },
    facets: FACETS.map((facet) => facetHead(facet, world)),
  }),
  affectedBy: ({ table }) => (table === 'duties' || table === 'pages' ? [SEARCH] : []),
  countedToAsOf: () => [],
}
