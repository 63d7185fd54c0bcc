import { datasetOf } from '#domain/published/datasets'
import type { Store } from '../store/store.ts'
import type { Lot } from '../workers/releaseThreads.ts'
import { partsOf } from './tableFiles.ts'

/** The lots of a tree of parts by their names, in order. */
export function lotsOf(store: Store, parts: string): Map<string, Lot> {
  const written = (id: 'cases' | 'events' | 'notices') => partsOf(store, parts, datasetOf(id), 'csv')
  const events = new Map(written('events').map(({ path, blob }) => [path, blob]))
  const lots = new Map<string, Lot>()
  for (const { path, blob } of written('cases'))
    lots.set(`cases/${path}`, { cases: blob, events: events.get(path) ?? null })
  for (const { path, blob } of written('notices')) lots.set(`notices/${path}`, { notices: blob })
  return lots
}

/** Whether two lots are the same bytes. */
export function isSameLot(a: Lot, b: Lot | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
