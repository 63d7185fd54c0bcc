/** The part of Pagefind's browser interface that the search island uses. */
export type PagefindHit = { id: string; data: () => Promise<PagefindData> }
export type PagefindData = {
  raw_url: string
  excerpt: string
  meta: Record<string, string>
}
export type PagefindResults = {
  results: PagefindHit[]
  filters: Record<string, Record<string, number>>
  totalFilters?: Record<string, Record<string, number>>
}
type Pagefind = {
  options: (options: Record<string, unknown>) => Promise<void>
  init: () => Promise<void>
  filters: () => Promise<Record<string, Record<string, number>>>
  search: (
    words: string | null,
    options: { filters: Record<string, { any: string[] }> },
  ) => Promise<PagefindResults>
}

/** Which index is current, and which addresses have gone since it was made. */
type Pointer = { folder: string | null; gone: string[] }

/** An index ready to be asked. */
export type SearchIndex = { pagefind: Pagefind; gone: Set<string> }

/**
 * Loads the current index, relative to the page. Returns null while a release has none yet.
 * @throws when a file cannot be fetched or read
 */
export async function loadIndex(): Promise<SearchIndex | null> {
  const answer = await fetch(new URL('search/current.json', document.baseURI), { cache: 'no-cache' })
  if (!answer.ok) throw new Error(`search/current.json ${answer.status}`)
  const pointer = (await answer.json()) as Pointer
  if (!pointer.folder) return null
  const entry = new URL(`search/${pointer.folder}/pagefind.js`, document.baseURI)
  const pagefind = (await import(/* @vite-ignore */ entry.href)) as Pagefind
  await pagefind.options({ excerptLength: 40 })
  await pagefind.init()
  // Without its filters loaded, a search answers none.
  await pagefind.filters()
  return { pagefind, gone: new Set(pointer.gone) }
}
