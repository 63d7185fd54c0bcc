import { addressOf } from '../siteRoot.ts'
import { fetchPiece } from './fetchPiece.ts'

/** A hit of the second index: text with `<mark>` around what it found. */
export type PagefindHit = { path: string; title: string; isSample: boolean; excerpt: string }

type Pagefind = {
  options: (options: Record<string, unknown>) => Promise<void>
  init: () => Promise<void>
  search: (words: string) => Promise<{ results: { data: () => Promise<PagefindData> }[] }>
}
type PagefindData = { raw_url: string; excerpt: string; meta: Record<string, string | undefined> }

/** Hits that are shown of it. */
const MOST = 10

/**
 * Asks Pagefind, which needs nothing of our own index. It prints no number: its counts are of pieces of words.
 * Returns null where the site has no such index.
 * @throws when a file cannot be fetched or read
 */
export async function askPagefind(text: string): Promise<PagefindHit[] | null> {
  const pointer = JSON.parse(new TextDecoder().decode(await fetchPiece('search/current.json')))
  if (typeof pointer.pagefind !== 'string') return null
  const entry = addressOf(`search/${pointer.pagefind}/pagefind.js`)
  const pagefind = (await import(/* @vite-ignore */ entry)) as Pagefind
  await pagefind.options({ excerptLength: 30 })
  await pagefind.init()
  const { results } = await pagefind.search(text)
  const data = await Promise.all(results.slice(0, MOST).map((result) => result.data()))
  return data.map(({ raw_url, excerpt, meta }) => ({
    path: raw_url,
    title: meta.title ?? raw_url,
    isSample: Boolean(meta.sample),
    excerpt,
  }))
}
