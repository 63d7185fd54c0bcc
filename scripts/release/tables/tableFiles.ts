import { FIELD_TYPE_LABELS, FIELD_TYPES } from '#domain/field'
import { AROUND_NOTICE } from '#domain/figures/aroundNotice'
import { METRICS } from '#domain/figures/metrics'
import type { Statistics } from '#domain/figures/statistics'
import { blockOf, referenceParts } from '#domain/keys'
import { DATASETS, type Dataset } from '#domain/published/datasets'
import type { TableFormat } from '#domain/published/tableFormats'
import { canonicalJson } from '#domain/records/snapshot'
import type { Change, World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import { RecordLines } from './recordLines.ts'
import { BETWEEN_ROWS, csvByRecord, jsonByRecord, jsonRows } from './tableLines.ts'
import { keysTouched } from './tableNames.ts'

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

/** Keys of the records of a table that changes touch. */
function touchedIn(dataset: Dataset, world: World, changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.flatMap((change) => keysTouched(dataset, change, world)))
}

/** The parts that hold some records; one that lost its last record has no keys. */
function partsWith(dataset: Dataset, world: World, keys: Iterable<string>): Parts {
  const parts: Parts = new Map()
  for (const key of keys) {
    const part = partOf(dataset, key)
    if (parts.has(part)) continue
    parts.set(part, dataset.table === 'cases' ? world.blocks.blockWith(key) : world.keys(dataset.table))
  }
  return parts
}

/**
 * Writes the parts of every table that changed and returns the root of the tree of parts:
 * `<dataset>/<year>/<block>.csv` without head and `.json` without brackets, ready to be joined. In pieces: a part of a
 * table each. Of a part of cases only the lines of records that changed are made again;
 * which of them came out the same is noted.
 * @param base root of parts that hold everything else as it stands; null for nothing
 * @param changes null for all
 * @param lines the lines of this release
 */
export function* writingParts(
  store: Store,
  world: World,
  statistics: Statistics,
  base: string | null,
  changes: readonly Change[] | null,
  lines = new RecordLines(world, statistics),
): Generator<void, string> {
  const files = new Map<string, string | null>()
  for (const dataset of DATASETS) {
    const touched = changes && base ? touchedIn(dataset, world, changes) : null
    const parts = touched ? partsWith(dataset, world, touched) : allParts(dataset, world)
    for (const [part, keys] of parts) {
      const path = `${dataset.id}/${part}`
      const made = joined({ dataset, keys, lines }, touched && writtenPart(store, base, path, touched))
      files.set(`${path}.csv`, keys.length > 0 ? store.blobs.put(made.csv) : null)
      files.set(`${path}.json`, keys.length > 0 ? store.blobs.put(made.json) : null)
      yield
    }
  }
  return store.trees.edit(changes ? base : null, files)
}

/** A part as it is written, by records, and the records of which it may be another one now. */
type WrittenPart = { csv: Map<string, string>; json: Map<string, string>; touched: ReadonlySet<string> }

function writtenPart(
  store: Store,
  base: string | null,
  path: string,
  touched: ReadonlySet<string>,
): WrittenPart {
  const textOf = (format: TableFormat) => {
    const blob = store.trees.find(base, `${path}.${format}`)
    return blob ? store.blobs.read(blob).toString('utf8') : ''
  }
  return { csv: csvByRecord(textOf('csv')), json: jsonByRecord(textOf('json')), touched }
}

/** The text of a part in both formats. Only a case's row says nothing but what its own changes can alter. */
function joined(
  { dataset, keys, lines }: { dataset: Dataset; keys: readonly string[]; lines: RecordLines },
  written: WrittenPart | null,
): { csv: string; json: string } {
  const [csv, json]: [string[], string[]] = [[], []]
  const isByRecord = dataset.table === 'cases'
  for (const key of keys) {
    const [was, wasJson] = [written?.csv.get(key), written?.json.get(key)]
    const stands = isByRecord && !written?.touched.has(key)
    if (stands && was !== undefined && wasJson !== undefined) {
      csv.push(was)
      json.push(wasJson)
      continue
    }
    const rows = lines.rowsOf(dataset, key)
    const is = lines.textOf(dataset, key)
    if (is === was) lines.stay(dataset, key)
    csv.push(is)
    if (rows.length > 0) json.push(jsonRows(dataset, rows))
  }
  return { csv: csv.join(''), json: json.join(BETWEEN_ROWS) }
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
