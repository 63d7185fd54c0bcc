import { Statistics } from '#domain/figures/statistics'
import { type Row, sha256, type TableName } from '#domain/records/snapshot'
import { emptySnapshot, putRow, World } from '#domain/world/world'
import { shippedContent } from '../../../scripts/content/shippedContent.ts'
import { makeSteps } from '../../../scripts/processes/command/steps.ts'
import { buildRenderer } from '../../../scripts/processes/install/builds.ts'
import { loadRenderer, type Renderer } from '../../../scripts/release/pages/renderer.ts'

/** What ships for a choice of content, as a world without newsroom and database. */
export async function shippedWorld(content: 'none' | 'seed' | 'sample'): Promise<World> {
  const shipped = await shippedContent(content)
  const snapshot = emptySnapshot(shipped.day, shipped.settings)
  snapshot.synonyms = shipped.synonyms
  for (const [table, rows] of Object.entries(shipped.tables))
    for (const row of rows) putRow(snapshot, table as TableName, row as Row<TableName>)
  return new World(snapshot)
}

/** The renderer of the sources as they stand; builds it when they changed. `dataDir` takes the log of the build. */
export async function builtRenderer(dataDir: string): Promise<Renderer> {
  await buildRenderer(makeSteps({ say: () => {}, now: Date.now }), dataDir)
  return (await loadRenderer()).renderer
}

/**
 * Pages of a world by their addresses, as a release would hold them.
 * @param wanted which of them, by address and position; all where left out
 */
export async function renderPages(
  renderer: Renderer,
  world: World,
  wanted: (address: string, index: number) => boolean = () => true,
): Promise<Map<string, string>> {
  const context = { world, statistics: new Statistics(world) }
  const pages = new Map<string, string>()
  for (const address of renderer.allPaths(context).filter(wanted))
    pages.set(address, await pageOf(renderer, address, renderer.viewOf(address, context)))
  return pages
}

/** The page of a view, with its own version. */
export function pageOf(renderer: Renderer, address: string, view: unknown): Promise<string> {
  return renderer.render(address, view, sha256(renderer.viewText(view)))
}
