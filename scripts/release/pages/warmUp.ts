import { setImmediate } from 'node:timers/promises'
import type { Statistics } from '#domain/figures/statistics'
import { sha256 } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'
import type { Renderer } from './renderer.ts'

/** Pages that are rendered beforehand: after so many the templates are fast (measured). */
const PAGES = 250

/**
 * Renders some of the pages that the first change of a day touches, so that it finds the templates compiled; nothing is
 * stored. Each page is a turn of its own, and it ends when a change comes.
 */
export async function warmTemplates(renderer: Renderer, world: World, statistics: Statistics): Promise<void> {
  const context = { world, statistics }
  const last = world.keys('cases').at(-1)
  if (last === undefined) return
  const row = world.need('cases', last)
  const change = { table: 'cases', key: last, before: row, after: row } as const
  const { revision } = world
  for (const path of renderer.affected([change], context, true).slice(0, PAGES)) {
    if (world.revision !== revision) return
    const view = renderer.viewOf(path, context)
    if (view !== null) await renderer.render(path, view, sha256(renderer.viewText(view)))
    await setImmediate()
  }
}
