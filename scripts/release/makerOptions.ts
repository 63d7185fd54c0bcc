import type { World } from '#domain/world'
import type { Fence } from './fence.ts'
import type { ReleaseEffects } from './releaseEffects.ts'
import type { Renderer } from './renderer.ts'
import type { Store } from './store.ts'

/** What a release maker is given. */
export type MakerOptions = {
  dataDir: string
  store: Store
  renderer: Renderer
  code: string
  /** The live release's snapshot, or what the first release is to hold. */
  world: World
  effects: ReleaseEffects
  fence: Fence
  /** The store lost bytes of the live release: nothing of it is shared. */
  damaged?: boolean
}
