import type { Statistics } from '#domain/figures/statistics'
import type { World } from '#domain/world/world'
import type { Pages } from '../pages/pages.ts'
import type { Store } from '../store/store.ts'
import { openData } from '../tables/openData.ts'
import { RecordLines } from '../tables/recordLines.ts'
import { writingParts } from '../tables/tableFiles.ts'
import type { RowsThatFollow } from '../tables/waitingRows.ts'
import type { WholeTables } from '../tables/wholeTables.ts'
import type { ReleaseEffects } from '../workers/releaseEffects.ts'
import type { ReleaseThreads } from '../workers/releaseThreads.ts'
import type { FigureChecks } from './figureChecks.ts'
import type { Plan } from './plan.ts'
import { rowFiles } from './rowFiles.ts'

/** What the files beside the pages are made from, and where they are put. */
type FilesBeside = {
  plan: Plan
  store: Store
  world: World
  statistics: Statistics
  tables: WholeTables
  figures: FigureChecks
  threads: ReleaseThreads
  pages: Pages
  effects: ReleaseEffects
  /** Root of the snapshot's folder. */
  snapshot: string
  files: Map<string, string | null>
  folders: Map<string, string | null>
  /** Is told which files of rows follow the release. */
  later: RowsThatFollow
}

/**
 * The files of a release that are no pages: tables, lists of rows, and the `.json` of each record. Made in small pieces,
 * so that those of a full release are made between its pages and the threads beside this one never wait for work. Returns
 * the root of the tables' parts.
 */
export function* filesBeside(o: FilesBeside): Generator<void, string> {
  const { store, world, statistics, later, plan } = o
  const { live, ahead } = plan
  const tree = live?.tree ?? null
  const changed = live ? [...plan.changes, ...plan.dated] : null
  const lines = new RecordLines(world, statistics)
  const base = ahead?.parts ?? live?.parts ?? null
  const parts = yield* writingParts(store, world, statistics, base, changed, lines)
  o.effects.step('parts')
  const data = openData(store, o.tables, { parts, snapshot: o.snapshot, live: tree }, live?.parts ?? null)
  o.effects.step('data')
  if (!live) o.figures.countBeside(parts, o.threads)
  for (const [path, blob] of data.files) o.files.set(path, blob)
  for (const [path, folder] of data.folders) o.folders.set(path, folder)
  // A file that waits is of an older snapshot.
  const before = (path: string) =>
    later.comes(path) ? null : (ahead?.files.get(path) ?? store.trees.find(tree, path))
  const rows = rowFiles({ store, world, statistics, lines, before, later }, changed)
  for (const [path, blob] of yield* rows) o.files.set(path, blob)
  yield* o.pages.storingRecords(world, live ? plan.changes : null, o.files)
  return parts
}
