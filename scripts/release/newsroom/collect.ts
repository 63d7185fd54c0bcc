// What differs between the newsroom and what readers see. Before: readPublished. Next: makeRelease.
import { setImmediate } from 'node:timers/promises'
import {
  type AnyRow,
  type GlobalName,
  isSame,
  namedBy,
  type Row,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '#domain/records/snapshot'
import { type Change, changeOf, type World } from '#domain/world/world'
import { isOfOlderForm } from '../store/snapshotStore.ts'
import { unsoundChanges, unsoundRecords } from './soundTree.ts'

/** A record that cannot be published as it stands, and why, in words. */
export type Problem = { table: TableName | GlobalName; key: string; reason: string }

/** Public rows, records that cannot be such, and keys that stay as readers have them: an import is at work on them. */
export type ReadState = { rows: AnyRow[]; problems: Problem[]; left?: readonly string[] }
/** Reads the published state of the records with the given keys. */
export type ReadRows = (table: TableName, keys: string[]) => Promise<ReadState>
/**
 * Reads the published state of all records of a table, some at a time. It may be told which row of a key readers have: a
 * record that is the same comes as that very row.
 */
export type ReadAll = <T extends TableName>(
  table: T,
  live: (key: string) => Row<T> | undefined,
) => AsyncIterable<ReadState>

/** What a look at the database found: what changed against the world, and what must be held back. */
export type Found = { changes: Change[]; held: Problem[] }

const id = (table: TableName, key: string) => `${table}/${key}`

/**
 * Reads the records that the outbox names and compares them with the world. A relation that is not yet in the
 * snapshot is read too; a record that names something unpublished is held back, and nothing else with it.
 */
export async function collectNamed(
  world: World,
  read: ReadRows,
  named: ReadonlyMap<TableName, Set<string>>,
): Promise<Found> {
  const found: Found = { changes: [], held: [] }
  const after = new Map<string, { table: TableName; key: string; row: AnyRow | undefined }>()
  let wanted = new Map([...named].map(([t, keys]) => [t, [...keys]]))
  while (wanted.size > 0) {
    const next = new Map<TableName, string[]>()
    for (const [table, keys] of wanted) {
      const { rows, problems, left = [] } = await read(table, keys)
      const byKey = new Map(rows.map((r) => [(r as Record<string, unknown>)[TABLES[table].key] as string, r]))
      for (const problem of problems) found.held.push(problem)
      for (const key of keys) {
        if (left.includes(key) || problems.some((p) => p.key === key)) continue
        const row = byKey.get(key)
        after.set(id(table, key), { table, key, row })
        for (const n of row ? namedBy(table, row as never) : [])
          if (
            !world.get(n.table, n.key) &&
            !after.has(id(n.table, n.key)) &&
            !found.held.some((h) => h.table === n.table && h.key === n.key)
          )
            next.set(n.table, [...new Set([...(next.get(n.table) ?? []), n.key])])
      }
    }
    wanted = next
  }
  for (const { table, key, row } of after.values()) addIfChanged(found, world, table, key, row)
  return holdDangling(world, found)
}

/** Compares every published record with the world, table by table; what is the same is not kept. */
export async function collectAll(
  world: World,
  read: ReadAll,
  progress: (words: string) => void,
): Promise<Found> {
  const found: Found = { changes: [], held: [] }
  for (const table of TABLE_NAMES) {
    progress(`核对中：${TABLES[table].label}`)
    const seen = new Set<string>()
    const unfinished = new Set<string>()
    const here: Found = { changes: [], held: [] }
    const live = (key: string) => soundRow(world, table, key)
    for await (const { rows, problems, left = [] } of read(table, live)) {
      for (const key of left) unfinished.add(key)
      for (const problem of problems) {
        here.held.push(problem)
        seen.add(problem.key)
      }
      for (const row of rows) {
        const key = (row as Record<string, unknown>)[TABLES[table].key] as string
        seen.add(key)
        addIfChanged(here, world, table, key, row)
      }
      // SQLite answers without a turn of the event loop: a hundred thousand records would let no beat in.
      await setImmediate()
    }
    for (const key of world.snapshot.tables[table].keys())
      if (!seen.has(key)) addIfChanged(here, world, table, key, undefined)
    found.changes.push(...here.changes.filter(({ key }) => !unfinished.has(key)))
    found.held.push(...here.held.filter(({ key }) => !unfinished.has(key)))
  }
  const whole = holdDangling(world, found)
  const told = new Set(whole.held.map(({ table, key }) => id(table as TableName, key)))
  const unsound = unsoundRecords(world, whole.changes).filter(
    ({ table, key }) => !told.has(id(table as TableName, key)),
  )
  return { changes: whole.changes, held: [...whole.held, ...unsound] }
}

/** The row that readers have, unless it is of an older form: then this code looks at the record as at a new one. */
function soundRow<T extends TableName>(world: World, table: T, key: string): Row<T> | undefined {
  const row = world.get(table, key)
  return row && !isOfOlderForm(row) ? row : undefined
}

function addIfChanged(
  found: Found,
  world: World,
  table: TableName,
  key: string,
  row: AnyRow | undefined,
): void {
  const before = world.get(table, key) as AnyRow | undefined
  if (before === undefined && row === undefined) return
  if (before && row && isSame(before, row)) return
  found.changes.push(changeOf(table, key, { before, after: row }))
}

/**
 * Holds back, until nothing more falls, each change that would leave a published record naming nothing, or the places
 * in a tree that is not sound.
 */
export function holdDangling(world: World, found: Found): Found {
  let { changes } = found
  const held = [...found.held]
  for (;;) {
    const will = new Map(changes.map((c) => [id(c.table, c.key), c.after]))
    const stands = (t: TableName, k: string) =>
      will.has(id(t, k)) ? will.get(id(t, k)) !== undefined : world.get(t, k) !== undefined
    const bad = new Map<Change, string>()
    for (const c of changes)
      for (const n of c.after ? namedBy(c.table, c.after as never) : [])
        if (!stands(n.table, n.key)) bad.set(c, `它提到的 ${TABLES[n.table].label} ${n.key} 没有发布`)
    const leaving = changes.filter((c) => !c.after)
    if (leaving.length > 0)
      for (const [named, by] of namers(world, changes, leaving))
        bad.set(named, `已发布的 ${by} 还提到它，不能撤下`)
    if (bad.size === 0)
      for (const [unsound, reason] of unsoundChanges(world, changes)) bad.set(unsound, reason)
    if (bad.size === 0) return { changes, held }
    for (const [c, reason] of bad) held.push({ table: c.table, key: c.key, reason })
    changes = changes.filter((c) => !bad.has(c))
  }
}

/** For each record about to leave, one published record that would still name it. */
function namers(world: World, changes: readonly Change[], leaving: readonly Change[]): Map<Change, string> {
  const gone = new Map(leaving.map((c) => [id(c.table, c.key), c]))
  const changed = new Map(changes.map((c) => [id(c.table, c.key), c]))
  const found = new Map<Change, string>()
  for (const [table, key] of mayName(world, changes, leaving)) {
    if (gone.has(id(table, key))) continue
    const c = changed.get(id(table, key))
    const now = c ? c.after : world.get(table, key)
    for (const n of now ? namedBy(table, now as never) : []) {
      const named = gone.get(id(n.table, n.key))
      if (named) found.set(named, `${TABLES[table].label} ${key}`)
    }
  }
  return found
}

/** Records that may name one that leaves: every one of the short tables; of cases and notices those that the world knows. */
function* mayName(
  world: World,
  changes: readonly Change[],
  leaving: readonly Change[],
): Generator<[TableName, string]> {
  for (const { table, key } of changes) yield [table, key]
  for (const { table, key } of leaving)
    for (const [by, keys] of namingOf(world, table, key)) for (const k of keys) yield [by, k]
  for (const table of TABLE_NAMES)
    if (table !== 'cases' && table !== 'notices') for (const key of world.keys(table)) yield [table, key]
}

function namingOf(world: World, table: TableName, key: string): [TableName, readonly string[]][] {
  switch (table) {
    case 'cases':
      return [['notices', world.noticesOf(key)]]
    case 'areas':
      return [['cases', world.casesBy('area', key)]]
    case 'duties':
      return [['cases', world.casesBy('duty', key)]]
    case 'sources':
      return [['cases', world.casesBy('source', key)]]
    case 'departments':
      return [
        ['cases', [...world.casesBy('department', key), ...world.casesBy('told', key)]],
        ['notices', world.noticesTo(key).numbers()],
      ]
    default:
      return []
  }
}
