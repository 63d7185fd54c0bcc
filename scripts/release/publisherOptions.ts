import type { Fence } from './fence.ts'
import type { ReleaseEffects } from './releaseEffects.ts'
import type { Renderer } from './renderer.ts'
import type { Store } from './store.ts'

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
