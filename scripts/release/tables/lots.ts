import { datasetOf } from '#domain/published/datasets'
import type { Store } from '../store/store.ts'
import type { Lot } from '../workers/releaseThreads.ts'
import { successorsIn } from './successors.ts'
import { partsOf } from './tableFiles.ts'

/** The lots of a tree of parts by their names, in order. */
export function lotsOf(store: Store, parts: string): Map<string, Lot> {
  const written = (id: 'cases' | 'events' | 'notices') => partsOf(store, parts, datasetOf(id), 'csv')
  const events = new Map(written('events').map(({ path, blob }) => [path, blob]))
  const found = successorsIn(store, parts)
  // Lots are compared as they are: a merger alone makes all of them other ones, since their lines count elsewhere.
  const merged = Object.keys(found).length > 0 ? { successors: found } : {}
  const lots = new Map<string, Lot>()
  for (const { path, blob } of written('cases'))
    lots.set(`cases/${path}`, { cases: blob, events: events.get(path) ?? null, ...merged })
  for (const { path, blob } of written('notices')) lots.set(`notices/${path}`, { notices: blob, ...merged })
  return lots
}

/** Whether two lots are the same bytes. */
export function isSameLot(a: Lot, b: Lot | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
