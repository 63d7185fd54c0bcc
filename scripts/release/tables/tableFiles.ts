import Papa from 'papaparse'
import { FIELD_TYPE_LABELS, FIELD_TYPES } from '#domain/field'
import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { METRICS } from '#domain/figures/metrics'
import type { Statistics } from '#domain/figures/statistics'
import { blockOf, referenceParts } from '#domain/keys'
import { DATASETS, type Dataset } from '#domain/published/datasets'
import type { Cell, DataRow } from '#domain/published/twinColumns'
import { canonicalJson } from '#domain/records/snapshot'
import { LIST_SEPARATOR } from '#domain/text'
import type { Change, World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import { InPieces } from '../workers/inPieces.ts'
import { keysTouched } from './tableNames.ts'

const BOM = '﻿'

/** Part of a table that holds a record's rows: cases by year and block of 100, other tables in one part. */
function partOf(dataset: Dataset, key: string): string {
  return dataset.table === 'cases' ? `${referenceParts(key).year}/${blockOf(key)}` : 'all'
}

type Parts = Map<string, readonly string[]>

/** Every part of a table with the keys of its records, in order. */
function allParts({ table }: Dataset, world: World): Parts {
  if (world.keys(table).length === 0) return new Map()
  if (table !== 'cases') return new Map([['all', world.keys(table)]])
  return new Map(world.blocks.all().map((b) => [`${b.year}/${b.hundred}`, b.references]))
}

/** The parts that changes touch; one that lost its last record has no keys. */
function dirtyParts(dataset: Dataset, world: World, changes: readonly Change[]): Parts {
  const parts: Parts = new Map()
  for (const change of changes)
    for (const key of keysTouched(dataset, change, world)) {
      const part = partOf(dataset, key)
      if (parts.has(part)) continue
      parts.set(part, dataset.table === 'cases' ? world.blocks.blockWith(key) : world.keys(dataset.table))
    }
  return parts
}

/** Text that a spreadsheet may run as a formula, also with blanks before it, in full-width signs or after a line end (OWASP). */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b\u2212]|^[\t\r\n]/u

/** A cell as CSV shows it: lists joined, and no text that a spreadsheet would run as a formula, alone or as an item. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return Array.isArray(cell) ? cell.map(harmless).join(LIST_SEPARATOR) : harmless(cell)
}

const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text)

/** Lines as RFC 4180 has them, each ended; nothing for no rows. */
export function csvLines(rows: string[][]): string {
  return rows.length === 0 ? '' : `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`
}

/** Rows as lines of CSV. */
export function csvRows(dataset: Dataset, rows: DataRow[]): string {
  return csvLines(rows.map((row) => dataset.columns.map((c) => csvCell(row[c.name] ?? null))))
}

/** First line of a CSV file, after the byte order mark. */
export function csvHead(dataset: Dataset): string {
  return BOM + csvLines([dataset.columns.map((c) => c.name)])
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
export function writeParts(...given: Parameters<typeof writingParts>): string {
  return new InPieces(writingParts(...given)).finish()
}

/** The same in pieces: a part of a table each. */
export function* writingParts(
  store: Store,
  world: World,
  statistics: Statistics,
  base: string | null,
  changes: readonly Change[] | null,
): Generator<void, string> {
  const files = new Map<string, string | null>()
  for (const dataset of DATASETS) {
    const parts = changes && base ? dirtyParts(dataset, world, changes) : allParts(dataset, world)
    for (const [part, keys] of parts) {
      const out = keys.flatMap((k) => dataset.rowsOf(world.need(dataset.table, k), world, statistics))
      const put = (text: string) => (keys.length > 0 ? store.blobs.put(text) : null)
      files.set(`${dataset.id}/${part}.csv`, put(csvRows(dataset, out)))
      files.set(`${dataset.id}/${part}.json`, put(jsonRows(dataset, out)))
      yield
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

/** The data dictionary: every table, column and metric, in the words of the schemas. */
export function dictionary(): string {
  const tables = DATASETS.map((d) => ({
    id: d.id,
    title: d.label,
    rowIs: d.rowIs,
    files: [`${d.id}.csv`, `${d.id}.json`],
    columns: d.columns,
  }))
  const types = FIELD_TYPES.map((type) => ({ type, words: FIELD_TYPE_LABELS[type] }))
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
  const around = {
    id: AROUND_NOTICE.id,
    title: AROUND_NOTICE.label,
    titleEn: AROUND_NOTICE.labelEn,
    of: AROUND_NOTICE.of,
    definition: AROUND_NOTICE.definition,
    rows: AROUND_NOTICE.rowsWords,
    counter: AROUND_NOTICE.counter,
    minimum: AROUND_NOTICE.minimum,
  }
  const told = { types, tables, metrics, comparisons: [around] }
  return `${JSON.stringify(JSON.parse(canonicalJson(told)), null, 1)}\n`
}
