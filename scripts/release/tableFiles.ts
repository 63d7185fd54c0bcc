import { stringify } from 'csv-stringify/sync'
import { type Cell, DATASETS, type DataRow, type Dataset } from '#domain/datasets'
import { blockOf, referenceParts } from '#domain/keys'
import { METRICS } from '#domain/metrics'
import { type AnyRow, canonicalJson } from '#domain/snapshot'
import type { Statistics } from '#domain/statistics'
import type { Change, World } from '#domain/world'
import type { Store } from './store.ts'

/** A whole table is one file up to this many bytes; above, its rows are parts by year and block. */
export const WHOLE_TABLE_LIMIT = 20_000_000
const BOM = '﻿'

/** Part of a table that holds a record's rows: cases by year and block of 100, other tables in one part. */
function partOf(dataset: Dataset, key: string): string {
  return dataset.table === 'cases' ? `${referenceParts(key).year}/${blockOf(key)}` : 'all'
}

/** A cell as CSV shows it: lists joined by `;`, and no text that a spreadsheet would run as a formula. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  const text = Array.isArray(cell) ? cell.join(';') : cell
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

function csvRows(dataset: Dataset, rows: DataRow[]): string {
  return stringify(
    rows.map((row) => dataset.columns.map((c) => csvCell(row[c.name] ?? null))),
    { record_delimiter: '\r\n' },
  )
}

/** First line of a CSV file, after the byte order mark. */
export function csvHead(dataset: Dataset): string {
  return BOM + stringify([dataset.columns.map((c) => c.name)], { record_delimiter: '\r\n' })
}

/** Rows as JSON objects; an empty cell has no key, so that a table of many columns stays small. */
function jsonRows(dataset: Dataset, rows: DataRow[]): string {
  return rows
    .map((row) => {
      const filled = dataset.columns.flatMap(({ name }) => {
        const cell = row[name] ?? null
        return cell === null ? [] : [[name, cell] as const]
      })
      return JSON.stringify(Object.fromEntries(filled))
    })
    .join(',\n')
}

/**
 * Writes the parts of every table that changed and returns the root of the tree of parts:
 * `<dataset>/<year>/<block>.csv` without head and `.json` without brackets, ready to be joined.
 */
export function writeParts(
  store: Store,
  world: World,
  statistics: Statistics,
  base: string | null,
  changes: readonly Change[] | null,
): string {
  const files = new Map<string, string | null>()
  for (const dataset of DATASETS) {
    const rows = world.snapshot.tables[dataset.table] as Map<string, AnyRow>
    const dirty =
      changes && base
        ? new Set(changes.filter((c) => c.table === dataset.table).map((c) => partOf(dataset, c.key)))
        : null
    if (dirty?.size === 0) continue
    const parts = new Map<string, string[]>()
    for (const key of rows.keys()) {
      const part = partOf(dataset, key)
      if (dirty && !dirty.has(part)) continue
      const list = parts.get(part)
      if (list) list.push(key)
      else parts.set(part, [key])
    }
    for (const part of dirty ?? [])
      if (!parts.has(part))
        for (const kind of ['csv', 'json']) files.set(`${dataset.id}/${part}.${kind}`, null)
    for (const [part, keys] of parts) {
      const out = keys.sort().flatMap((k) => dataset.rowsOf(rows.get(k) as AnyRow, world, statistics))
      files.set(`${dataset.id}/${part}.csv`, store.blobs.put(csvRows(dataset, out)))
      files.set(`${dataset.id}/${part}.json`, store.blobs.put(jsonRows(dataset, out)))
    }
  }
  return store.trees.edit(changes ? base : null, files)
}

/** Paths of the parts of one table in one format, in order of their rows. */
export function partsOf(
  store: Store,
  parts: string,
  dataset: Dataset,
  kind: 'csv' | 'json',
): { path: string; blob: string }[] {
  const folder = store.trees.folderAt(parts, dataset.id)
  if (!folder) return []
  return [...store.trees.walk(folder)]
    .filter((f) => f.path.endsWith(`.${kind}`))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Joins the parts of a table to its whole file. */
export function wholeTable(store: Store, parts: string, dataset: Dataset, kind: 'csv' | 'json'): string {
  const texts = partsOf(store, parts, dataset, kind)
    .map((p) => store.blobs.read(p.blob).toString('utf8'))
    .filter((t) => t !== '')
  return kind === 'csv'
    ? csvHead(dataset) + texts.join('')
    : `[\n${texts.join(',\n')}${texts.length ? '\n' : ''}]\n`
}

/** The data dictionary: every table, column and metric, in the words of the schemas. */
export function dictionary(): string {
  const tables = DATASETS.map((d) => ({
    id: d.id,
    title: d.label,
    rowIs: d.rowIs,
    files: [`${d.id}.csv`, `${d.id}.json`],
    columns: d.columns,
  }))
  const metrics = METRICS.map((m) => ({
    id: m.id,
    title: m.label,
    titleEn: m.labelEn,
    shape: m.shape,
    unit: m.unit,
    table: m.table,
    definition: m.definition,
    numerator: m.numeratorWords,
    denominator: m.denominatorWords,
    counter: m.counter,
    minimum: m.minimum,
    basis: m.basis,
  }))
  return `${JSON.stringify(JSON.parse(canonicalJson({ tables, metrics })), null, 1)}\n`
}
