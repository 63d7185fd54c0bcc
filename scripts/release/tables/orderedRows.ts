import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import { type Dataset, datasetOf } from '#domain/published/datasets'
import type { BlobStore } from '../store/blobStore.ts'
import type { Store } from '../store/store.ts'
import type { RowOrder } from '../workers/rowOrder.ts'
import { partsOf } from './tableFiles.ts'
import { csvHead, csvLines } from './tableLines.ts'

/** Column of a table that names the record to which a row belongs. */
const KEY_COLUMN = { cases: 'reference', events: 'case', notices: 'number' } as const

type Growing = { order: RowOrder; file: string }

/**
 * Writes ordered files of rows from the parts of the tables, each part read once.
 * @param made where the files are put
 * @param folder where they grow
 * @returns their blobs by their addresses
 */
export function writeOrderedRows(
  o: { store: Store; parts: string; made: BlobStore; folder: string },
  orders: readonly RowOrder[],
): Record<string, string> {
  const growing = orders.map((order, n): Growing => {
    const file = join(o.folder, `rows-${n}.csv`)
    writeFileSync(file, csvHead(datasetOf(order.table)))
    return { order, file }
  })
  for (const table of Object.keys(KEY_COLUMN) as RowOrder['table'][])
    appendRows(
      o,
      datasetOf(table),
      growing.filter(({ order }) => order.table === table),
    )
  return Object.fromEntries(
    growing.map(({ order, file }) => [order.path, o.made.putText(readFileSync(file, 'utf8'), order.path)]),
  )
}

function appendRows(o: { store: Store; parts: string }, dataset: Dataset, growing: Growing[]): void {
  const takers = new Map<string, Growing[]>()
  for (const one of growing)
    for (const key of one.order.keys) takers.set(key, [...(takers.get(key) ?? []), one])
  if (takers.size === 0) return
  const names = dataset.columns.map((c) => c.name)
  const [keyAt, departmentAt] = [
    names.indexOf(KEY_COLUMN[dataset.id as RowOrder['table']]),
    names.indexOf('department'),
  ]
  for (const { blob } of partsOf(o.store, o.parts, dataset, 'csv')) {
    const lines = new Map<Growing, string[][]>()
    for (const row of Papa.parse<string[]>(o.store.blobs.read(blob).toString('utf8'), {
      skipEmptyLines: true,
    }).data)
      for (const one of takers.get(row[keyAt] ?? '') ?? [])
        if (one.order.departments === null || one.order.departments.includes(row[departmentAt] ?? '')) {
          const own = lines.get(one)
          if (own) own.push(row)
          else lines.set(one, [row])
        }
    for (const [{ file }, rows] of lines) appendFileSync(file, csvLines(rows))
  }
}
