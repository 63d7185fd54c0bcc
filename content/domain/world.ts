import type { Case } from './case.ts'
import { caseCategory, departmentsOf, whistledAt } from './case.ts'
import { endOfDay, monthOf } from './dates.ts'
import { type AnyRow, keyOf, type Row, type Snapshot, TABLE_NAMES, type TableName } from './snapshot.ts'

/** Sample cases age to the demonstration's last day, whatever is published later. */
export const SAMPLE_LAST_DAY = '2022-12-31'

/** A figure is computed over real rows or over sample rows, never over both. */
export const SCOPES = ['real', 'sample'] as const
export type Scope = (typeof SCOPES)[number]
export const SCOPE_LABELS: Record<Scope, string> = { real: '登记和报道', sample: '演示数据' }

export function scopeOf(row: { origin: string }): Scope {
  return row.origin === 'sample' ? 'sample' : 'real'
}

/** One record before and after a change; undefined where it was not or is no longer published. */
export type Change = { table: TableName; key: string; before?: AnyRow; after?: AnyRow }

/** A set of case references by a key such as a department's slug. */
type Index = Map<string, Set<string>>
const INDEXES = ['duty', 'department', 'area', 'category', 'month', 'state'] as const
export type IndexName = (typeof INDEXES)[number]

/**
 * A snapshot with the look-ups that pages need. `apply` keeps both in step, in time proportional to the
 * change, so a publisher can hold one world and never rebuild it.
 */
export class World {
  readonly snapshot: Snapshot
  private readonly indexes = new Map<IndexName, Index>(INDEXES.map((n) => [n, new Map()]))
  private readonly children = new Map<string, Set<string>>()
  private readonly noticesByCase = new Map<string, Set<string>>()

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
    for (const row of snapshot.tables.areas.values()) this.addChild(row)
    for (const row of snapshot.tables.cases.values()) this.indexCase(row, true)
    for (const row of snapshot.tables.notices.values()) this.indexNotice(row, true)
  }

  /** Day to which figures of a scope are counted. */
  asOf(scope: Scope): string {
    return scope === 'sample' && this.snapshot.asOf > SAMPLE_LAST_DAY ? SAMPLE_LAST_DAY : this.snapshot.asOf
  }

  /** The last moment of the as-of day of a scope. */
  asOfMoment(scope: Scope): string {
    return endOfDay(this.asOf(scope))
  }

  get<T extends TableName>(table: T, key: string): Row<T> | undefined {
    return this.snapshot.tables[table].get(key) as Row<T> | undefined
  }

  /** A record that another one names. Throws in words when it is missing: the snapshot would be broken. */
  need<T extends TableName>(table: T, key: string): Row<T> {
    const row = this.get(table, key)
    if (!row) throw new Error(`快照里没有 ${table} 的 ${key}，却有记录提到它`)
    return row
  }

  /** Rows of a table in order of their keys. */
  all<T extends TableName>(table: T): Row<T>[] {
    return sortedKeys(this.snapshot.tables[table]).map((k) => this.need(table, k))
  }

  /** References of the cases under a key, in order. An area holds the cases of everything below it. */
  casesBy(index: IndexName, key: string): string[] {
    return sortedKeys(this.indexes.get(index)?.get(key) ?? new Set())
  }

  /** Keys under which an index holds at least one case. */
  keysOf(index: IndexName): string[] {
    const map = this.indexes.get(index) as Index
    return sortedKeys(map).filter((k) => (map.get(k)?.size ?? 0) > 0)
  }

  /** An area and everything above it, the nearest first. */
  areaPath(slug: string): string[] {
    const path: string[] = []
    for (let at: string | undefined = slug; at && !path.includes(at); at = this.get('areas', at)?.parent)
      path.push(at)
    return path
  }

  childrenOf(slug: string): string[] {
    return sortedKeys(this.children.get(slug) ?? new Set())
  }

  noticesOf(reference: string): string[] {
    return sortedKeys(this.noticesByCase.get(reference) ?? new Set())
  }

  /** Takes one changed record into the snapshot and the look-ups. */
  apply(change: Change): void {
    const { table, key } = change
    const rows = this.snapshot.tables[table] as Map<string, AnyRow>
    const before = rows.get(key)
    if (table === 'areas') {
      this.applyArea(key, change.after as Row<'areas'> | undefined)
      return
    }
    if (table === 'cases' && before) this.indexCase(before as Case, false)
    if (table === 'notices' && before) this.indexNotice(before as Row<'notices'>, false)
    if (change.after) rows.set(key, change.after)
    else rows.delete(key)
    if (table === 'cases' && change.after) this.indexCase(change.after as Case, true)
    if (table === 'notices' && change.after) this.indexNotice(change.after as Row<'notices'>, true)
  }

  /** A moved area moves its cases: those below it are indexed anew. */
  private applyArea(slug: string, after: Row<'areas'> | undefined): void {
    const below = this.casesBy('area', slug).map((r) => this.need('cases', r))
    for (const c of below) this.indexCase(c, false)
    const before = this.get('areas', slug)
    if (before?.parent) this.children.get(before.parent)?.delete(slug)
    if (after) {
      this.snapshot.tables.areas.set(slug, after)
      this.addChild(after)
    } else this.snapshot.tables.areas.delete(slug)
    for (const c of below) this.indexCase(c, true)
  }

  private addChild(area: Row<'areas'>): void {
    if (!area.parent) return
    const set = this.children.get(area.parent) ?? new Set()
    this.children.set(area.parent, set.add(area.slug))
  }

  private indexCase(c: Case, on: boolean): void {
    const at = whistledAt(c)
    const month = at ? monthOf(at) : null
    const category = caseCategory(c)
    this.mark('duty', c.duties, c.reference, on)
    this.mark('department', departmentsOf(c), c.reference, on)
    this.mark('area', this.areaPath(c.area), c.reference, on)
    this.mark('state', [c.status], c.reference, on)
    if (category) this.mark('category', [String(category)], c.reference, on)
    if (month) this.mark('month', [month], c.reference, on)
  }

  private indexNotice(n: Row<'notices'>, on: boolean): void {
    if (!n.case) return
    const set = this.noticesByCase.get(n.case) ?? new Set()
    if (on) set.add(n.number)
    else set.delete(n.number)
    this.noticesByCase.set(n.case, set)
  }

  private mark(name: IndexName, keys: readonly string[], reference: string, on: boolean): void {
    const index = this.indexes.get(name) as Index
    for (const key of keys) {
      const set = index.get(key) ?? new Set()
      if (on) index.set(key, set.add(reference))
      else {
        set.delete(reference)
        if (set.size === 0) index.delete(key)
      }
    }
  }
}

function sortedKeys(keyed: Map<string, unknown> | Set<string>): string[] {
  return [...keyed.keys()].sort()
}

/** An empty snapshot with the given settings: the start of a newsroom. */
export function emptySnapshot(asOf: string, settings: Snapshot['settings']): Snapshot {
  const tables = Object.fromEntries(TABLE_NAMES.map((t) => [t, new Map()])) as unknown as Snapshot['tables']
  return { asOf, tables, settings, synonyms: { groups: [] } }
}

/** Puts a row into a snapshot's table under its key. */
export function putRow<T extends TableName>(snapshot: Snapshot, table: T, row: Row<T>): void {
  ;(snapshot.tables[table] as Map<string, Row<T>>).set(keyOf(table, row), row)
}
