import { DATASETS, type DatasetId } from '#domain/published/datasets'
import type { Change } from '#domain/world/world'
import { RecordLines } from '../tables/recordLines.ts'
import { keysTouched } from '../tables/tableNames.ts'
import type { LiveWorld } from './liveWorld.ts'
import { MOST_VIEWS } from './rehearsedPages.ts'

/** The open tables of which rows would be others. */
export type RehearsedTable = { id: DatasetId; label: string; records: number; isExact: boolean }

type Lines = ReadonlyMap<string, string>
/** Records whose rows may be others, by tables; and their rows as they stand at one moment. */
export type TouchedRows = Map<DatasetId, ReadonlySet<string>>

/** The records whose rows changes touch, the world being after them. */
export function rowsTouched(changes: readonly Change[], { world }: LiveWorld): TouchedRows {
  return new Map(
    DATASETS.map((dataset) => [
      dataset.id,
      new Set(changes.flatMap((change) => keysTouched(dataset, change, world))),
    ]),
  )
}

/** The rows of those records as the world has them now; of more than a few hundred records none are made. */
export function linesNow(touched: TouchedRows, { world, statistics }: LiveWorld): Lines {
  const lines = new RecordLines(world, statistics)
  const found = new Map<string, string>()
  for (const dataset of DATASETS) {
    const keys = touched.get(dataset.id)
    if (!keys || keys.size > MOST_VIEWS) continue
    for (const key of keys)
      if (world.get(dataset.table, key)) found.set(`${dataset.id} ${key}`, lines.textOf(dataset, key))
  }
  return found
}

/** The tables in which rows differ between two moments. */
export function tablesApart(touched: TouchedRows, before: Lines, after: Lines): RehearsedTable[] {
  return DATASETS.flatMap(({ id, label }) => {
    const keys = [...(touched.get(id) ?? [])]
    const isExact = keys.length <= MOST_VIEWS
    const apart = isExact ? keys.filter((k) => before.get(`${id} ${k}`) !== after.get(`${id} ${k}`)) : keys
    return apart.length > 0 ? [{ id, label, records: apart.length, isExact }] : []
  })
}
