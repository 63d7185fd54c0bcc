import { TABLES, type TableName } from '#domain/records/snapshot'
import type { Store } from '../store/store.ts'

/** A record in which two snapshots differ. */
export type RowChange = {
  table: TableName
  key: string
  /** Whether the earlier snapshot holds it. */
  was: boolean
  /** Whether the later one does. */
  is: boolean
}

/**
 * Finds the records in which two stored snapshots differ, in proportion to how much that is: files with the same hash
 * are not read, rows that are the same text not parsed, and what two files differ in is remembered until the next
 * question, which is mostly about the same earlier snapshot. Rows may be in the form of an older schema.
 */
export class SnapshotChanges {
  private known = new Map<string, RowChange[]>()
  private readonly store: Store

  constructor(store: Store) {
    this.store = store
  }

  /** Returns null when one of the snapshots is no longer in the store. */
  between(before: string, after: string): RowChange[] | null {
    const found = new Map<string, RowChange[]>()
    try {
      for (const file of changedFiles(this.store, before, after, '')) {
        const pair = `${file.before} ${file.after}`
        found.set(pair, this.known.get(pair) ?? rowsChanged(this.store, file))
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
    this.known = found
    return [...found.values()].flat()
  }
}

type ChangedFile = { table: TableName; before: string | null; after: string | null }

function* changedFiles(
  store: Store,
  before: string | null,
  after: string | null,
  prefix: string,
): Generator<ChangedFile> {
  const [old, now] = [before, after].map((root) => root && store.trees.listing(root))
  for (const name of namesIn(old ? old.files : {}, now ? now.files : {})) {
    const [a, b] = [(old && old.files[name]) || null, (now && now.files[name]) || null]
    const table = tableOf(prefix + name)
    if (a !== b && table) yield { table, before: a, after: b }
  }
  for (const name of namesIn(old ? old.folders : {}, now ? now.folders : {})) {
    const [a, b] = [(old && old.folders[name]) || null, (now && now.folders[name]) || null]
    if (a !== b) yield* changedFiles(store, a, b, `${prefix}${name}/`)
  }
}

const namesIn = (...records: object[]) => [...new Set(records.flatMap((r) => Object.keys(r)))].sort()

/** Table of a file of rows; null for the other files of a snapshot. */
function tableOf(path: string): TableName | null {
  const name = path.startsWith('cases/') ? 'cases' : path.replace(/\.ndjson$/, '')
  return path.endsWith('.ndjson') && name in TABLES ? (name as TableName) : null
}

function rowsChanged(store: Store, { table, before, after }: ChangedFile): RowChange[] {
  const [old, now] = [before, after].map((blob) => new Set(blob ? linesOf(store, blob) : [])) as [
    Set<string>,
    Set<string>,
  ]
  const keysOf = (rows: Set<string>, others: Set<string>) =>
    new Set([...rows].filter((row) => !others.has(row)).map((row) => JSON.parse(row)[TABLES[table].key]))
  const [was, is] = [keysOf(old, now), keysOf(now, old)]
  return [...new Set<string>([...was, ...is])].map((key) => ({
    table,
    key,
    was: was.has(key),
    is: is.has(key),
  }))
}

function linesOf(store: Store, blob: string): string[] {
  const text = store.blobs.read(blob).toString('utf8').trimEnd()
  return text === '' ? [] : text.split('\n')
}
