import { sha256 } from '#domain/records/snapshot'
import type { Store } from '../store/store.ts'
import { versionOf } from './pageVersion.ts'
import type { Context, Renderer } from './renderer.ts'

/** A page that prints something else than readers have: its view, the view's text, and the hash of that. */
export type NewPage = { view: unknown; text: string; hash: string }

type Given = {
  renderer: Renderer
  store: Store
  context: Context
  /** Blob of a page that this renderer made before and that may stay. */
  standing?: ((path: string) => string | null) | undefined
}

/** What is to be done about the page at an address: nothing, to take it away, or to print it anew. */
export function pageNow(
  path: string,
  { renderer, store, context, standing }: Given,
): NewPage | 'none' | 'as it stands' {
  const view = renderer.viewOf(path, context)
  if (view === null) return 'none'
  const text = renderer.viewText(view)
  const hash = sha256(text)
  const stands = standing?.(path) ?? null
  const version = stands && versionOf(store.blobs, stands)
  return version && hash.startsWith(version) ? 'as it stands' : { view, text, hash }
}
