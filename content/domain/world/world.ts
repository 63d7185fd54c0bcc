import { endOfDay } from '../dates.ts'
import { type Case, closedAt } from '../records/case.ts'
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
import { CASE_INDEXES, type IndexName } from './caseIndexes.ts'
import { CaseList, NO_CASES } from './caseList.ts'
import { NoticeList } from './noticeList.ts'
import { SortedKeys } from './sortedKeys.ts'

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
  /** All notices. */
  readonly notices = new NoticeList()
  private readonly order = new Map(TABLE_NAMES.map((t) => [t, new SortedKeys()]))
  private readonly indexes = new Map([...CASE_INDEXES.keys()].map((n) => [n, new Map<string, CaseList>()]))
  private readonly children = new Map<string, SortedKeys>()
  private readonly noticesByCase = new Map<string, SortedKeys>()
  private readonly noticesByRecipient = new Map<string, NoticeList>()
  private readonly closings = new SortedKeys()
  /** Number of events by scope and the department that they name. */
  private readonly eventCounts = new Map<string, number>()
  /** Last moments of days: every fact of a case asks for one. */
  private readonly moments = new Map<string, string>()

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot
    for (const table of TABLE_NAMES)
      for (const key of snapshot.tables[table].keys()) this.order.get(table)?.add(key)
    for (const row of snapshot.tables.areas.values()) this.markChild(row, true)
    for (const row of snapshot.tables.cases.values()) this.indexCase(row, true)
    for (const row of snapshot.tables.notices.values()) this.indexNotice(row, true)
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

  /** The cases under a key. An area holds the cases of everything below it. */
  list(index: IndexName, key: string): Omit<CaseList, 'add' | 'delete'> {
    return this.indexes.get(index)?.get(key) ?? NO_CASES
  }

  /** References of the cases under a key, in order. */
  casesBy(index: IndexName, key: string): readonly string[] {
    return this.list(index, key).references()
  }

  /** Keys under which an index holds at least one case. */
  keysOf(index: IndexName): string[] {
    return [...(this.indexes.get(index)?.keys() ?? [])].sort()
  }

  /** References of the cases that a community closed, the last first; of one moment the larger reference first. */
  lastClosed(most: number): string[] {
    return this.closings
      .last(most)
      .reverse()
      .map((key) => key.slice(key.indexOf('\u0000') + 1))
  }

  /** An area and everything above it, the nearest first. */
  areaPath(slug: string): string[] {
    const path: string[] = []
    for (let at: string | undefined = slug; at && !path.includes(at); at = this.get('areas', at)?.parent)
      path.push(at)
    return path
  }

  childrenOf(slug: string): readonly string[] {
    return this.children.get(slug)?.all() ?? []
  }

  noticesOf(reference: string): readonly string[] {
    return this.noticesByCase.get(reference)?.all() ?? []
  }

  /** The notices that a department received. */
  noticesTo(department: string): NoticeList {
    return this.noticesByRecipient.get(department) ?? new NoticeList()
  }

  /** Number of events of a scope that name a department. */
  eventsOf(scope: Scope, department: string): number {
    return this.eventCounts.get(`${scope} ${department}`) ?? 0
  }

  /** Takes one changed record into the snapshot and the look-ups. */
  apply(change: Change): void {
    const { table, key } = change
    this.revision++
    const rows = this.snapshot.tables[table] as Map<string, AnyRow>
    const before = rows.get(key)
    if (change.after) this.order.get(table)?.add(key)
    else this.order.get(table)?.delete(key)
    if (change.table === 'areas') {
      this.applyArea(key, change.after)
      return
    }
    if (table === 'cases' && before) this.indexCase(before as Case, false)
    if (table === 'notices' && before) this.indexNotice(before as Row<'notices'>, false)
    if (change.after) rows.set(key, change.after)
    else rows.delete(key)
    if (change.table === 'cases' && change.after) this.indexCase(change.after, true)
    if (change.table === 'notices' && change.after) this.indexNotice(change.after, true)
  }

  /** A moved area moves its cases: those below it are indexed anew under places. */
  private applyArea(slug: string, after: Row<'areas'> | undefined): void {
    const before = this.get('areas', slug)
    const isMoved = before?.parent !== after?.parent
    const below = isMoved ? this.casesBy('area', slug).map((r) => this.need('cases', r)) : []
    for (const c of below) this.mark('area', c, false)
    if (before) this.markChild(before, false)
    if (after) {
      this.snapshot.tables.areas.set(slug, after)
      this.markChild(after, true)
    } else this.snapshot.tables.areas.delete(slug)
    for (const c of below) this.mark('area', c, true)
  }

  private markChild({ slug, parent }: Row<'areas'>, on: boolean): void {
    if (parent) markKey(this.children, parent, slug, on)
  }

  private indexCase(c: Case, on: boolean): void {
    if (on) this.cases.add(c, scopeOf(c))
    else this.cases.delete(c, scopeOf(c))
    if (on) this.blocks.add(c.reference)
    else this.blocks.delete(c.reference)
    for (const name of CASE_INDEXES.keys()) this.mark(name, c, on)
    for (const { department } of c.timeline) {
      if (!department) continue
      const name = `${scopeOf(c)} ${department}`
      this.eventCounts.set(name, (this.eventCounts.get(name) ?? 0) + (on ? 1 : -1))
    }
    if (c.status !== 'closed') return
    const closing = `${closedAt(c) ?? ''}\u0000${c.reference}`
    if (on) this.closings.add(closing)
    else this.closings.delete(closing)
  }

  private indexNotice(n: Row<'notices'>, on: boolean): void {
    const own = this.noticesByRecipient.get(n.recipient) ?? new NoticeList()
    this.noticesByRecipient.set(n.recipient, own)
    for (const list of [this.notices, own])
      if (on) list.add(n, scopeOf(n))
      else list.delete(n, scopeOf(n))
    if (own.size === 0) this.noticesByRecipient.delete(n.recipient)
    if (n.case) markKey(this.noticesByCase, n.case, n.number, on)
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

function markKey(index: Map<string, SortedKeys>, under: string, key: string, on: boolean): void {
  const keys = index.get(under) ?? new SortedKeys()
  if (on) keys.add(key)
  else keys.delete(key)
  if (keys.size > 0) index.set(under, keys)
  else index.delete(under)
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
