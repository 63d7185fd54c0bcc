import { type Load, LoadFailed } from '#domain/search/index/load'
import { addressOf } from './siteRoot.ts'

/** Files under one name whose bytes change; all others are named by their hash. */
const CHANGING = /^search\/[^/]+\.json$/

/** Reads a piece of the index over the network. A line that breaks half-way is a piece that did not come. */
export const fetchPiece: Load = async (path) => {
  try {
    const answer = await fetch(addressOf(path), { cache: CHANGING.test(path) ? 'no-cache' : 'default' })
    if (!answer.ok) throw new LoadFailed(path, String(answer.status))
    return new Uint8Array(await answer.arrayBuffer())
  } catch (error) {
    throw error instanceof LoadFailed ? error : new LoadFailed(path, String(error))
  }
}
