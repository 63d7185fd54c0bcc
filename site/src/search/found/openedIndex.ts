import type { SearchIndex } from '#domain/search/answer/answer'
import { openIndex } from '#domain/search/answer/openIndex'
import type { Load } from '#domain/search/index/load'
import { readable } from '../traditional.ts'
import { fetchPiece, forgetPieces } from './fetchPiece.ts'

/** Milliseconds for which an opened index is used: after that, what has been published or withdrawn since is asked for. */
const KEPT = 1000

let opened: { index: Promise<SearchIndex>; at: number } | null = null

/**
 * The index of everything that can be searched.
 * @throws LoadFailed when a piece does not come, NoIndexYet while there is none
 */
export function openedIndex(): Promise<SearchIndex> {
  if (opened && performance.now() - opened.at < KEPT) return opened.index
  const index = openIndex(readablePiece)
  const mine = { index, at: performance.now() }
  opened = mine
  index.catch(() => {
    if (opened === mine) opened = null
  })
  return index
}

/** Lets go of the opened index after a piece of it did not come: a newer one may have taken its place. */
export function forgetIndex(): void {
  opened = null
  forgetPieces()
}

/** What changed since the index was made comes as texts, which are put into normal form here. */
const readablePiece: Load = async (path) => {
  const bytes = await fetchPiece(path)
  if (path.endsWith('.json')) await readable(new TextDecoder().decode(bytes))
  return bytes
}
