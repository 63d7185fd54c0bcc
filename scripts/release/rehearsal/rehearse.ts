import { difference, type RecordDifference } from '#domain/changes/difference'
import { type FigureDifference, figureDifferences, figuresNow } from '#domain/figures/figureDifference'
import { addressOf } from '#domain/published/addresses'
import type { Snapshot, TableName } from '#domain/records/snapshot'
import type { Change } from '#domain/world/world'
import type { Context, Renderer } from '../pages/renderer.ts'
import type { Store } from '../store/store.ts'
import type { LiveWorld, OfDay } from './liveWorld.ts'
import { countKinds, pathsTouched, type RehearsedPages, rehearsedPages } from './rehearsedPages.ts'
import { linesNow, type RehearsedTable, rowsTouched, tablesApart } from './rehearsedTables.ts'
import { type StaleWords, staleWords } from './staleWords.ts'

/** What readers would see change by a publication. */
export type Rehearsed = {
  records: RecordDifference[]
  pages: RehearsedPages
  figures: FigureDifference[]
  tables: RehearsedTable[]
  stale: { found: StaleWords[]; more: number }
  /** What the new day alone brings, which comes with the first publication of a day whatever it is. */
  day: { from: string; to: string; pages: RehearsedPages; figures: FigureDifference[] } | null
}

type Given = { live: LiveWorld; renderer: Renderer; store: Store }

/**
 * What a release of changes would change for readers, by the release's own code; the world is afterwards as it was.
 * @param changes none that a release would hold back
 */
export function rehearse(changes: readonly Change[], given: Given): Rehearsed {
  const { live } = given
  const records = difference(publicSnapshot(live), withChanges(publicSnapshot(live), changes)).records
  const own = changes.flatMap(({ table, key }) => addressOf(table, key) ?? [])
  const context = contextOf(live)
  const looked = { ...given, tree: live.tree, context }
  const touched = live.statistics.touchedBy(() => live.take(changes))
  const parts = [...new Set([...touched, ...(live.ofDay?.apart.map(partOf) ?? [])])]
  const paths = pathsTouched(changes, own, looked)
  const pages = rehearsedPages(paths, looked)
  const after = figuresNow(live.statistics, parts)
  const rows = rowsTouched(changes, live)
  const linesAfter = linesNow(rows, live)
  const stale = staleWords(changes, live.world)
  live.takeBack(changes)
  const before = live.ofDay?.then ?? figuresNow(live.statistics, parts)
  const tables = tablesApart(rows, linesNow(rows, live), linesAfter)
  const all = figureDifferences(before, after)
  const isOfDay = (f: FigureDifference) => live.ofDay !== null && !touched.includes(partOf(f))
  return {
    records,
    pages,
    figures: all.filter((f) => !isOfDay(f)),
    tables,
    stale,
    day: live.ofDay && {
      from: live.publicDay,
      to: live.world.snapshot.asOf,
      pages: without(paths, pagesOfDay(live.ofDay, looked)),
      figures: all.filter(isOfDay),
    },
  }
}

const contextOf = ({ world, statistics }: LiveWorld): Context => ({ world, statistics })
const partOf = ({ scope, part }: FigureDifference) => `${scope} ${part}`

/** What the day alone does to pages; found once for a state of the live world. */
function pagesOfDay(ofDay: OfDay, looked: Parameters<typeof rehearsedPages>[1]): RehearsedPages {
  const { renderer, context } = looked
  ofDay.pages ??= rehearsedPages(renderer.affected([], context, true), looked)
  return ofDay.pages
}

/** The same without pages that are told of already. */
function without(told: readonly string[], pages: RehearsedPages): RehearsedPages {
  const shown = pages.shown.filter(({ path }) => !told.includes(path))
  return { ...pages, shown, ...(pages.isWhole ? { byKind: countKinds(shown) } : {}) }
}

/** The snapshot as readers have it, whatever day it was brought to. */
const publicSnapshot = (live: LiveWorld): Snapshot => ({ ...live.world.snapshot, asOf: live.publicDay })

/** A snapshot with changes in it; the one that it was made of stays as it is. */
function withChanges(snapshot: Snapshot, changes: readonly Change[]): Snapshot {
  const tables = { ...snapshot.tables } as unknown as Record<TableName, Map<string, unknown>>
  for (const name of new Set(changes.map(({ table }) => table))) tables[name] = new Map(tables[name])
  for (const { table, key, after } of changes)
    if (after) tables[table].set(key, after)
    else tables[table].delete(key)
  return { ...snapshot, tables: tables as unknown as Snapshot['tables'] }
}
