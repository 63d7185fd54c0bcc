import type { PagefindData, SearchIndex } from './pagefind.ts'
import type { Query } from './searchAddress.ts'

/** Hits of one filter value that stand before all others, such as who must come for the matter. */
export type SearchGroup = { title: string; filter: string; values: string[]; many: number }
export type FoundGroup = { group: SearchGroup; total: number; hits: PagefindData[] }
/** What a search found: the groups first, then the hits that stand in none of them. */
export type Found = {
  total: number
  groups: FoundGroup[]
  hits: PagefindData[]
  /** Whether there are hits beyond those. */
  more: boolean
  filters: Record<string, Record<string, number>>
}

/** Hits in order, without those that have gone, grouped where no filter of a group is chosen. */
export async function searching(
  index: SearchIndex,
  query: Query,
  groups: readonly SearchGroup[],
  many: number,
): Promise<Found> {
  const open = query.words === '' ? [] : groups.filter((g) => !query.filters[g.filter])
  const found = await Promise.all(
    open.map(async (group): Promise<FoundGroup> => {
      const asked = { ...query, filters: { ...query.filters, [group.filter]: group.values } }
      const { total, hits } = await standing(index, asked, group.many)
      return { group, total, hits: hits.slice(0, group.many) }
    }),
  )
  const first = found.filter((g) => g.hits.length > 0)
  const shown = new Set(first.flatMap((g) => g.hits.map((hit) => hit.raw_url)))
  const all = await standing(index, query, many + shown.size)
  const rest = all.hits.filter((hit) => !shown.has(hit.raw_url))
  const hits = rest.slice(0, many)
  return { ...all, groups: first, hits, more: all.total > shown.size + hits.length && hits.length === many }
}

async function standing({ pagefind, gone }: SearchIndex, query: Query, many: number) {
  const filters = Object.fromEntries(Object.entries(query.filters).map(([label, any]) => [label, { any }]))
  const answer = await pagefind.search(query.words === '' ? null : query.words, { filters })
  const loaded = await Promise.all(answer.results.slice(0, many + gone.size).map((hit) => hit.data()))
  const hits = loaded.filter((data) => !gone.has(data.raw_url))
  return { total: answer.results.length - (loaded.length - hits.length), hits, filters: answer.filters }
}
