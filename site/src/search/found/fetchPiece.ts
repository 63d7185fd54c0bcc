import { type Load, LoadFailed } from '#domain/search/index/load'
import { addressOf } from '../siteRoot.ts'

/** Pieces that are named by their hash: their bytes never change. */
const SETTLED = /^search\/[^/]+\//
/** So many of them are kept while the page is open. */
const MOST_KEPT = 300

const kept = new Map<string, Promise<Uint8Array>>()
/** How the browser's own store is used for them. */
let store: RequestCache = 'default'

/** Lets go of every piece, also of what the browser has stored: one of them was not what it should be. */
export function forgetPieces(): void {
  kept.clear()
  store = 'reload'
}

/**
 * Reads a piece of the index or a record. A line that breaks half-way is a piece that did not come; it is asked for
 * again the next time. What can change is asked for anew every time.
 */
export const fetchPiece: Load = (path) => {
  if (!SETTLED.test(path)) return fetched(path, 'no-cache')
  const known = kept.get(path)
  if (known) return known
  if (kept.size >= MOST_KEPT) kept.clear()
  const piece = fetched(path, store)
  kept.set(path, piece)
  piece.catch(() => kept.delete(path))
  return piece
}

async function fetched(path: string, cache: RequestCache): Promise<Uint8Array> {
  try {
    const answer = await fetch(addressOf(path), { cache })
    if (!answer.ok) throw new LoadFailed(path, String(answer.status))
    return new Uint8Array(await answer.arrayBuffer())
  } catch (error) {
    throw error instanceof LoadFailed ? error : new LoadFailed(path, String(error))
  }
}
