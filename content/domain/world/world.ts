import { beating, NO_BEAT } from '../beating.ts'
import { endOfDay } from '../dates.ts'
import type { Case } from '../records/case.ts'
import {
  type AnyRow,
  keyOf,
  type Row,
  type Snapshot,
  TABLE_NAMES,
  type TableName,
} from '../records/snapshot.ts'
import { type Scope, scopeOf } from '../scope.ts'
import { CaseBlocks } from './caseBlocks.ts'
import { CASE_INDEXES, type IndexName, standingIn } from './caseIndexes.ts'
import { CaseList, NO_CASES } from './caseList.ts'
import { Closings } from './closings.ts'
import { EventCounts } from './eventCounts.ts'
import { NoticeIndexes } from './noticeIndexes.ts'
import type { NoticeList } from './noticeList.ts'
import { PlaceTree } from './placeTree.ts'
import { SortedKeys } from './sortedKeys.ts'
import { Succession } from './succession.ts'

/** Sample cases age to the demonstration's last day, whatever is published later. */
export const SAMPLE_LAST_DAY = '2022-12-31'

type ChangeOf<T extends TableName> = { table: T; key: string; before?: Row<T>; after?: Row<T> }
/** One record before and after a change, by its table; undefined where it was not or is no longer published. */
export type Change = { [T in TableName]: ChangeOf<T> }[TableName]

/** A change where only the run knows the table. Both rows are of that table: the caller vouches for it. */
export function changeOf(table: TableName, key: string, rows: { before?: AnyRow; after?: AnyRow }): Change {
  const { before, after } = rows
  return { table, key, ...(before ? { before } : {}), ...(after ? { after } : {}) } as Change
}

/**
 * A snapshot with the look-ups that pages need. `apply` keeps both in step, in time proportional to the
 * change, so a publisher can hold one world and never rebuild it.
 */
export class World {
  readonly snapshot: Snapshot
  /** Rises with every change: what was worked out from the world holds while it is the same. */
  revision = 0
  /** All cases. */
  readonly cases = new CaseList()
  /** All cases by hundreds of their numbers. */
  readonly blocks = new CaseBlocks()
  /** What was merged into what, by tables. */
  readonly succession = { areas: new Succession(), departments: new Succession() }
  /** The places below each other. */
  readonly places = new PlaceTree((slug) => this.get('areas', slug), this.succession.areas)
  private readonly noticeIndexes = new NoticeIndexes(this.succession.departments)
  /** All notices. */
  readonly notices = this.noticeIndexes.all
  private readonly order = new Map(TABLE_NAMES.map((t) => [t, new SortedKeys()]))
  private readonly indexes = new Map([...CASE_INDEXES.keys()].map((n) => [n, new Map<string, CaseList>()]))
  readonly closings = new Closings()
  private readonly eventCounts = new EventCounts(this.succession.departments)
  /** Last moments of days: every fact of a case asks for one. */
  private readonly moments = new Map<string, string>()
  readonly beat: () => void

  /** @param beat is called between short pieces of what goes through all records, here and wherever the world is counted */
  constructor(snapshot: Snapshot, beat: () => void = NO_BEAT) {
    this.snapshot = snapshot
    this.beat = beat
    for (const table of TABLE_NAMES)
      for (const key of beating(snapshot.tables[table].keys(), beat)) this.order.get(table)?.add(key)
    for (const row of snapshot.tables.departments.values()) this.succession.departments.mark(row, true)
    for (const row of snapshot.tables.areas.values()) this.markArea(row, true)
    for (const row of beating(snapshot.tables.cases.values(), beat)) this.indexCase(row, true)
    for (const row of snapshot.tables.notices.values()) this.noticeIndexes.mark(row, true)
  }

  /** Day to which figures of a scope are counted. */
  asOf(scope: Scope): string {
    return scope === 'sample' && this.snapshot.asOf > SAMPLE_LAST_DAY ? SAMPLE_LAST_DAY : this.snapshot.asOf
  }

  /** The last moment of the as-of day of a scope. */
  asOfMoment(scope: Scope): string {
    const day = this.asOf(scope)
    const moment = this.moments.get(day) ?? endOfDay(day)
    this.moments.set(day, moment)
    return moment
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

  /** Keys of a table in order. */
  keys(table: TableName): readonly string[] {
    return (this.order.get(table) as SortedKeys).all()
  }

  /** Rows of a table in order of their keys. */
  all<T extends TableName>(table: T): Row<T>[] {
    return this.keys(table).map((k) => this.need(table, k))
  }

  /**
   * The cases under a key. An area holds the cases of everything below it; what was merged has those of its successor.
   */
  list(index: IndexName, key: string): Omit<CaseList, 'add' | 'delete'> {
    return this.indexes.get(index)?.get(standingIn(index, key, this)) ?? NO_CASES
  }

  /** References of the cases under a key, in order. */
  casesBy(index: IndexName, key: string): readonly string[] {
    return this.list(index, key).references()
  }

  /** Keys under which an index holds at least one case. */
  keysOf(index: IndexName): string[] {
    return [...(this.indexes.get(index)?.keys() ?? [])].sort()
  }

  /** An area as it stands now and everything above it, the nearest first. */
  areaPath(slug: string): string[] {
    return this.places.path(slug)
  }

  noticesOf(reference: string): readonly string[] {
    return this.noticeIndexes.about(reference)
  }

  /** The notices that a department received, and what was merged into it. */
  noticesTo(department: string): NoticeList {
    return this.noticeIndexes.to(department)
  }

  /** Number of events of a scope that name a department, or what was merged into it. */
  eventsOf(scope: Scope, department: string): number {
    return this.eventCounts.of(scope, department)
  }

  /** Key of the department that stands for one now. */
  department(slug: string): string {
    return this.succession.departments.standing(slug)
  }

  /** Takes one changed record into the snapshot and the look-ups. */
  apply(change: Change): void {
    const { table, key } = change
    this.revision++
    if (change.after) this.order.get(table)?.add(key)
    else this.order.get(table)?.delete(key)
    if (change.table === 'areas') this.applyArea(key, change.after)
    else if (change.table === 'departments') this.applyDepartment(key, change.after)
    else this.applyRow(change)
  }

  private applyRow(change: Change): void {
    const { table, key } = change
    const rows = this.snapshot.tables[table] as Map<string, AnyRow>
    const before = rows.get(key)
    if (table === 'cases' && before) this.indexCase(before as Case, false)
    if (table === 'notices' && before) this.noticeIndexes.mark(before as Row<'notices'>, false)
    if (change.after) rows.set(key, change.after)
    else rows.delete(key)
    if (change.table === 'cases' && change.after) this.indexCase(change.after, true)
    if (change.table === 'notices' && change.after) this.noticeIndexes.mark(change.after, true)
  }

  /** A moved or merged area moves its cases: those below it are indexed anew under places. */
  private applyArea(slug: string, after: Row<'areas'> | undefined): void {
    const before = this.get('areas', slug)
    const isMoved = before?.parent !== after?.parent || before?.replacedBy !== after?.replacedBy
    const below = isMoved ? this.casesBy('area', slug).map((r) => this.need('cases', r)) : []
    for (const c of below) this.mark('area', c, false)
    if (before) this.markArea(before, false)
    if (after) {
      this.snapshot.tables.areas.set(slug, after)
      this.markArea(after, true)
    } else this.snapshot.tables.areas.delete(slug)
    for (const c of below) this.mark('area', c, true)
  }

  /** A merged department hands its cases and notices to its successor. */
  private applyDepartment(slug: string, after: Row<'departments'> | undefined): void {
    const before = this.get('departments', slug)
    const isMerged = before?.replacedBy !== after?.replacedBy
    const cases = isMerged ? namingDepartment(slug, this).map((r) => this.need('cases', r)) : []
    const notices = isMerged
      ? this.noticesTo(slug)
          .numbers()
          .map((n) => this.need('notices', n))
      : []
    for (const c of cases) this.indexCase(c, false)
    for (const n of notices) this.noticeIndexes.mark(n, false)
    if (before) this.succession.departments.mark(before, false)
    if (after) {
      this.snapshot.tables.departments.set(slug, after)
      this.succession.departments.mark(after, true)
    } else this.snapshot.tables.departments.delete(slug)
    for (const c of cases) this.indexCase(c, true)
    for (const n of notices) this.noticeIndexes.mark(n, true)
  }

  private markArea(row: Row<'areas'>, on: boolean): void {
    this.succession.areas.mark(row, on)
    this.places.mark(row, on)
  }

  private indexCase(c: Case, on: boolean): void {
    if (on) this.cases.add(c, scopeOf(c))
    else this.cases.delete(c, scopeOf(c))
    if (on) this.blocks.add(c.reference)
    else this.blocks.delete(c.reference)
    for (const name of CASE_INDEXES.keys()) this.mark(name, c, on)
    this.eventCounts.mark(c, on)
    this.closings.mark(c, on)
  }

  private mark(name: IndexName, c: Case, on: boolean): void {
    const index = this.indexes.get(name) as Map<string, CaseList>
    for (const key of new Set(CASE_INDEXES.get(name)?.(c, this))) {
      const list = index.get(key) ?? new CaseList()
      if (on) list.add(c, scopeOf(c))
      else list.delete(c, scopeOf(c))
      if (list.size > 0) index.set(key, list)
      else index.delete(key)
    }
  }
}

/** Cases that call a department or tell of it in their timelines, each once. */
function namingDepartment(slug: string, world: World): string[] {
  return [...new Set([...world.casesBy('department', slug), ...world.casesBy('told', slug)])]
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
