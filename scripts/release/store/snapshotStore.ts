import { z } from 'zod'
import { beating } from '#domain/beating'
import { blockOf, referenceParts } from '#domain/keys'
import {
  canonicalJson,
  GLOBALS,
  keyOf,
  manifest,
  type Row,
  type Snapshot,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '#domain/records/snapshot'
import { type Change, emptySnapshot, putRow, type World } from '#domain/world/world'
import type { Store } from './store.ts'

/** File of a snapshot that holds a record: cases in blocks of 100, every other table in one file. */
function fileOf(table: TableName, key: string): string {
  return table === 'cases' ? `cases/${referenceParts(key).year}/${blockOf(key)}.ndjson` : `${table}.ndjson`
}

/** Every file of a table with the keys of its rows, in order. */
function keysByFile(world: World, table: TableName): Map<string, readonly string[]> {
  if (world.keys(table).length === 0) return new Map()
  if (table !== 'cases') return new Map([[`${table}.ndjson`, world.keys(table)]])
  return new Map(world.blocks.all().map((b) => [`cases/${b.year}/${b.hundred}.ndjson`, b.references]))
}

/** The files that changes touch, each with the keys of its rows; a file without rows is left empty. */
function dirtyFiles(world: World, changes: readonly Change[]): Map<string, [TableName, readonly string[]]> {
  const files = new Map<string, [TableName, readonly string[]]>()
  for (const { table, key } of changes)
    files.set(fileOf(table, key), [
      table,
      table === 'cases' ? world.blocks.blockWith(key) : world.keys(table),
    ])
  return files
}

function ndjson(world: World, table: TableName, keys: readonly string[]): string {
  return keys.map((key) => `${canonicalJson(world.need(table, key))}\n`).join('')
}

/**
 * Writes a world's snapshot as a tree of NDJSON files and returns its hash. With `changes` only their files are
 * written again and everything else is shared with `base`; without, all of it is written.
 */
export function writeSnapshot(
  store: Store,
  world: World,
  base: string | null,
  changes?: readonly Change[],
): string {
  const files = new Map<string, string | null>()
  const { snapshot } = world
  const dirty = changes && base ? dirtyFiles(world, changes) : null
  for (const [file, [table, keys]] of dirty ?? [])
    files.set(file, keys.length > 0 ? store.blobs.put(ndjson(world, table, keys)) : null)
  if (!dirty)
    for (const table of TABLE_NAMES)
      for (const [file, keys] of keysByFile(world, table)) {
        files.set(file, store.blobs.put(ndjson(world, table, keys)))
        world.beat()
      }
  files.set('site-settings.json', store.blobs.put(`${canonicalJson(snapshot.settings)}\n`))
  files.set('synonyms.json', store.blobs.put(`${canonicalJson(snapshot.synonyms)}\n`))
  const rows = Object.fromEntries(TABLE_NAMES.map((t) => [t, snapshot.tables[t].size]))
  files.set('manifest.json', store.blobs.put(`${canonicalJson({ format: 1, asOf: snapshot.asOf, rows })}\n`))
  return store.trees.edit(dirty ? base : null, files)
}

/**
 * Reads a snapshot back. Throws in words when a file or row is not as the contract says: the store was damaged.
 * @param root hash of the snapshot's tree
 * @param tables which of its tables; the others are left empty
 * @param beat is called between short pieces of the work
 */
export function readSnapshot(
  store: Store,
  root: string,
  tables: readonly TableName[] = TABLE_NAMES,
  beat: () => void = () => {},
): Snapshot {
  const head = headOf(store, root)
  const { settings, synonyms } = readGlobalsOf(store, root)
  const snapshot = { ...emptySnapshot(head.asOf, settings), synonyms }
  for (const table of tables) {
    for (const row of beating(readTable(store, root, table), beat)) putRow(snapshot, table, row)
    if (snapshot.tables[table].size !== head.rows[table])
      throw new Error(`快照的 ${table} 有 ${snapshot.tables[table].size} 行，清单写 ${head.rows[table]} 行`)
  }
  return snapshot
}

/** The globals of a snapshot. Throws as `readSnapshot` does. */
export function readGlobalsOf(store: Store, root: string): Pick<Snapshot, 'settings' | 'synonyms'> {
  const read = (file: string) => JSON.parse(textAt(store, root, file))
  return {
    settings: parse(GLOBALS['site-settings'].schema, read('site-settings.json'), 'site-settings.json'),
    synonyms: parse(GLOBALS.synonyms.schema, read('synonyms.json'), 'synonyms.json'),
  }
}

/** The manifest of a snapshot: its as-of day, and how many rows each table has. */
export function headOf(store: Store, root: string): z.infer<typeof manifest> {
  return manifest.parse(JSON.parse(textAt(store, root, 'manifest.json')))
}

/** The rows of one table of a snapshot in order of their keys, a file at a time. Throws as `readSnapshot` does. */
export function* readTable<T extends TableName>(store: Store, root: string, table: T): Generator<Row<T>> {
  for (const file of filesOf(store, root, table)) yield* rowsIn(store, table, file)
}

/** Those rows of a table of a snapshot that have the given keys; only the files that may hold them are read. */
export function readRowsOf<T extends TableName>(
  store: Store,
  root: string,
  table: T,
  keys: ReadonlySet<string>,
): Map<string, Row<T>> {
  const wanted = new Set([...keys].map((key) => fileOf(table, key)))
  const found = new Map<string, Row<T>>()
  for (const path of wanted) {
    const blob = store.trees.find(root, path)
    for (const row of blob ? rowsIn(store, table, { path, blob }) : []) {
      const key = keyOf(table, row)
      if (keys.has(key)) found.set(key, row)
    }
  }
  return found
}

function* rowsIn<T extends TableName>(
  store: Store,
  table: T,
  { path, blob }: { path: string; blob: string },
): Generator<Row<T>> {
  const schema = TABLES[table].schema as unknown as z.ZodType<Row<T>>
  for (const [i, line] of store.blobs.read(blob).toString('utf8').trimEnd().split('\n').entries())
    yield parse(schema, JSON.parse(line), `${path} 第${i + 1}行`)
}

function filesOf(store: Store, root: string, table: TableName): { path: string; blob: string }[] {
  const name = `${table}.ndjson`
  const blob = store.trees.find(root, name)
  if (table !== 'cases') return blob ? [{ path: name, blob }] : []
  const folder = store.trees.folderAt(root, 'cases')
  return folder ? [...store.trees.walk(folder, 'cases/')] : []
}

function textAt(store: Store, root: string, path: string): string {
  const blob = store.trees.find(root, path)
  if (!blob) throw new Error(`快照缺少文件 ${path}：请运行 npm run release -- --full 重做`)
  return store.blobs.read(blob).toString('utf8')
}

/** Rows that were read back although this code's schema refuses them. */
const olderForm = new WeakSet<object>()

/** Whether a row that was read back was let through by the rules of its day alone. */
export function isOfOlderForm(row: object): boolean {
  return olderForm.has(row)
}

function parse<T>(schema: z.ZodType<T>, value: unknown, where: string): T {
  const first = schema.safeParse(value)
  const parsed = first.success ? first : schema.safeParse(withNewLists(value, first.error.issues))
  if (parsed.success) return parsed.data
  // What is live was let through by the rules of its day: a rule that came later refuses the next save, not this row.
  if (isObject(value) && parsed.error.issues.every((issue) => issue.code !== 'invalid_type')) {
    const row = withNewLists(value, first.error?.issues ?? []) as T & object
    olderForm.add(row)
    return row
  }
  throw new Error(`${where}：${z.prettifyError(parsed.error)}`)
}

/** A row of an older form lacks the lists that came later: nobody can have listed anything in them. */
function withNewLists(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (!isObject(value)) return value
  const lists = issues.filter((issue) => issue.code === 'invalid_type' && issue.expected === 'array')
  const missing = lists.flatMap(({ path: [name, ...inner] }) =>
    typeof name === 'string' && inner.length === 0 && !(name in value) ? [[name, []] as const] : [],
  )
  return { ...value, ...Object.fromEntries(missing) }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
