import type { World } from '#domain/world/world'
import type { Renderer } from '../pages/renderer.ts'
import type { Fence } from '../store/fence.ts'
import type { Store } from '../store/store.ts'
import type { ReleaseEffects } from '../workers/releaseEffects.ts'

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
