import type { OutboxRow } from '../newsroom/newsroom.ts'
import type { Renderer } from '../pages/renderer.ts'
import type { Fence } from '../store/fence.ts'
import type { Store } from '../store/store.ts'
import type { ReleaseEffects } from '../workers/releaseEffects.ts'

/** What a publisher is given. */
export type PublisherOptions = {
  dataDir: string
  store: Store
  renderer: Renderer
  code: string
  effects: ReleaseEffects
  fence: Fence
  log: (line: string) => void
  /** The store lost bytes of the live release: everything is made again from the newsroom. */
  damaged?: boolean
}

/** What one attempt to release something is about. */
export type Attempt = {
  outbox: OutboxRow[]
  /** The records that were looked at; null for all. */
  named: readonly string[] | null
  full: boolean
  between?: (() => Promise<void>) | undefined
  /** Whether the settings and the synonyms stay as they are live: something more urgent goes before them. */
  globalsStay?: boolean
}
