import type { Change } from '#domain/world/world'
import { pageNow } from '../pages/pageNow.ts'
import type { Context, Renderer } from '../pages/renderer.ts'
import type { Store } from '../store/store.ts'

/** What would become of a page. */
export type RehearsedPage = { path: string; kind: string; what: 'new' | 'changed' | 'gone'; title: string }

/** The pages that would be others: all of them, or some and the addresses that may be. */
export type RehearsedPages = {
  shown: RehearsedPage[]
  /** How many there are of each kind, in words. */
  byKind: Record<string, number>
  /** Whether `shown` is all; otherwise `byKind` counts every address that may print something else. */
  isWhole: boolean
}

/** Above so many addresses not every view is computed. */
export const MOST_VIEWS = 500
/** So many pages are named then. */
const FIRST = 20

type Given = {
  renderer: Renderer
  store: Store
  /** Root of the live tree. */
  tree: string
  context: Context
}

/** Looks at addresses in a world that already holds the changes: which of them print something else than readers have. */
export function rehearsedPages(paths: readonly string[], given: Given): RehearsedPages {
  const isWhole = paths.length <= MOST_VIEWS
  const shown: RehearsedPage[] = []
  for (const path of paths) {
    if (!isWhole && shown.length === FIRST) break
    const page = rehearsedPage(path, given)
    if (page) shown.push(page)
  }
  const counted = isWhole
    ? shown
    : paths
        .filter((path) => given.store.trees.find(given.tree, path) !== null)
        .map((path) => ({ kind: kindOf(path, given) }))
  return { shown, byKind: countKinds(counted), isWhole }
}

function rehearsedPage(path: string, given: Given): RehearsedPage | null {
  const { renderer, store, tree } = given
  const standing = (at: string) => store.trees.find(tree, at)
  const isThere = standing(path) !== null
  const now = pageNow(path, { ...given, standing })
  if (now === 'as it stands') return null
  const page = { path, kind: kindOf(path, given) }
  if (now === 'none') return isThere ? { ...page, what: 'gone', title: path } : null
  return { ...page, what: isThere ? 'changed' : 'new', title: renderer.titleOf(now.view) }
}

const kindOf = (path: string, { renderer }: Pick<Given, 'renderer'>) => renderer.kindWordsOf(path) ?? path

/** How many pages there are of each kind. */
export function countKinds(pages: readonly Pick<RehearsedPage, 'kind'>[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind } of pages) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** The addresses that changes may touch, the pages of the changed records themselves first. */
export function pathsTouched(
  changes: readonly Change[],
  own: readonly string[],
  { renderer, context }: Pick<Given, 'renderer' | 'context'>,
): string[] {
  const touched = new Set(renderer.affected([...changes], context, false))
  return [...own.filter((path) => touched.has(path)), ...[...touched].filter((path) => !own.includes(path))]
}
