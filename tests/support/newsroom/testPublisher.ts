import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { makeSteps } from '../../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../../scripts/processes/install/builds.ts'
import { type Newsroom, newsroomOf } from '../../../scripts/release/newsroom/newsroom.ts'
import { loadRenderer } from '../../../scripts/release/pages/renderer.ts'
import { Publisher } from '../../../scripts/release/publisher/publisher.ts'
import { NO_FENCE } from '../../../scripts/release/store/fence.ts'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'
import { StatusFile } from '../../../scripts/release/told/status.ts'
import type { ReleaseEffects } from '../../../scripts/release/workers/releaseEffects.ts'
import type { TestCms } from './cmsDatabase.ts'

export type TestPublisher = {
  publisher: Publisher
  store: Store
  /** What the publisher asks; a test may let something happen between two questions. */
  newsroom: Newsroom
  status: StatusFile
  /** What happens at the named moments of a release; a test may throw or tamper there. */
  at: Partial<Record<string, () => void>>
  /** Text of a public file of the live release, or null where it answers 404. */
  page: (address: string) => string | null
  /** Publishes what waits and returns nothing more than a reader would see. */
  publish: () => Promise<void>
}

/** A publisher on a test's newsroom, in this process, over the real built renderer. */
export async function openTestPublisher(cms: TestCms, now = () => new Date()): Promise<TestPublisher> {
  await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), cms.dataDir)
  const { renderer, code } = await loadRenderer()
  const store = openStore(cms.dataDir)
  const status = new StatusFile(cms.dataDir)
  const at: TestPublisher['at'] = {}
  const effects: ReleaseEffects = { now, progress: () => {}, step: (name) => at[name]?.() }
  const newsroom = newsroomOf(cms.payload)
  const publisher = await Publisher.open(
    { dataDir: cms.dataDir, store, renderer, code, effects, fence: NO_FENCE, log: () => {} },
    newsroom,
    status,
  )
  const page = (address: string) => {
    const file = path.join(cms.dataDir, 'public', 'tree', address)
    return existsSync(file) ? readFileSync(file, 'utf8') : null
  }
  const publish = async () => {
    while (await publisher.drain()) if (publisher.heldBack().length > 0) return
  }
  return { publisher, store, newsroom, status, at, page, publish }
}
