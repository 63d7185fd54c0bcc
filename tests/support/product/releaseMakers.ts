import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { World } from '#domain/world/world'
import { makeSteps } from '../../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../../scripts/processes/install/builds.ts'
import { ReleaseMaker } from '../../../scripts/release/make/makeRelease.ts'
import { loadRenderer, type Renderer } from '../../../scripts/release/pages/renderer.ts'
import { NO_FENCE } from '../../../scripts/release/store/fence.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { removeFolder } from '../removeFolder.ts'

/**
 * Makers of real releases, each in a folder of its own that goes after the tests; the templates are built before them.
 * @param now the moment that all of them take for the present
 */
export function releaseMakers(now: string) {
  const folders: string[] = []
  let built: { renderer: Renderer; code: string }
  const newFolder = () => {
    const folder = mkdtempSync(join(tmpdir(), 'releases-'))
    folders.push(folder)
    return folder
  }
  beforeAll(async () => {
    await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), newFolder())
    built = await loadRenderer()
  })
  afterAll(() => {
    for (const folder of folders) removeFolder(folder)
  })
  /** @param rendering is told the address of every page that is rendered */
  return (world: World, rendering: (path: string) => void = () => {}) => {
    const folder = newFolder()
    const renderer: Renderer = {
      ...built.renderer,
      render: (path, view, hash) => {
        rendering(path)
        return built.renderer.render(path, view, hash)
      },
    }
    const effects = { now: () => new Date(now), progress: () => {}, step: () => {} }
    const store = openStore(folder)
    const options = { dataDir: folder, store, world, effects, fence: NO_FENCE }
    return { maker: new ReleaseMaker({ ...options, renderer, code: built.code }), folder, store }
  }
}
