import type { Statistics } from '#domain/figures/statistics'
import type { World } from '#domain/world/world'
import type { Pages } from '../pages/pages.ts'
import type { Store } from '../store/store.ts'
import { openData } from '../tables/openData.ts'
import { RecordLines } from '../tables/recordLines.ts'
import { writingParts } from '../tables/tableFiles.ts'
import type { RowsThatFollow } from '../tables/waitingRows.ts'
import type { WholeTables } from '../tables/wholeTables.ts'
import type { ReleaseThreads } from '../workers/releaseThreads.ts'
import type { FigureChecks } from './figureChecks.ts'
import { rowFiles } from './rowFiles.ts'

/** What the files beside the pages are made from, and where they are put. */
export type EveryFile = {
  store: Store
  world: World
  statistics: Statistics
  tables: WholeTables
  figures: FigureChecks
  threads: ReleaseThreads
  pages: Pages
  /** Root of the snapshot's folder. */
  snapshot: string
  files: Map<string, string | null>
  folders: Map<string, string | null>
  /** Is told which files of rows follow the release. */
  later: RowsThatFollow
}

/**
 * Every file of a full release that is no page: tables, and the `.json` of each record. Made in small pieces between the
 * pages, so that the threads beside this one never wait for work. Returns the root of the tables' parts.
 */
export function* everyFile(o: EveryFile): Generator<void, string> {
  const lines = new RecordLines(o.world, o.statistics)
  const parts = yield* writingParts(o.store, o.world, o.statistics, null, null, lines)
  const data = openData(o.store, o.tables, { parts, snapshot: o.snapshot, live: null }, null)
  o.figures.countBeside(parts, o.threads)
  for (const [path, blob] of data.files) o.files.set(path, blob)
  for (const [path, folder] of data.folders) o.folders.set(path, folder)
  for (const [path, blob] of yield* rowFiles({ ...o, lines, before: () => null }, null))
    o.files.set(path, blob)
  yield* o.pages.storingRecords(o.world, o.files)
  return parts
}
