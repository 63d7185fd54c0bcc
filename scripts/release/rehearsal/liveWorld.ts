import {
  everyPart,
  type FigureDifference,
  type FiguresThen,
  figureDifferences,
  figuresNow,
} from '#domain/figures/figureDifference'
import { Statistics } from '#domain/figures/statistics'
import { type AnyRow, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { type Change, changeOf, World } from '#domain/world/world'
import { SnapshotChanges } from '../search/snapshotChanges.ts'
import { headOf, readGlobalsOf, readRowsOf, readSnapshot } from '../store/snapshotStore.ts'
import type { Store } from '../store/store.ts'
import type { Live } from '../store/switchRelease.ts'
import type { RehearsedPages } from './rehearsedPages.ts'

/** What a new day alone makes another: all figures as readers have them, and those that differ; its pages once they are asked for. */
export type OfDay = { then: FiguresThen; apart: readonly FigureDifference[]; pages?: RehearsedPages }

/**
 * What readers have, held as the publisher holds it and brought to the day on which something would be published. It
 * follows the live release by what two snapshots differ in.
 */
export class LiveWorld {
  readonly world: World
  readonly statistics: Statistics
  /** What the day alone changes; null where readers have that day already. */
  ofDay: OfDay | null = null
  private live: Live
  private asOf: string
  private readonly store: Store
  private readonly changes: SnapshotChanges

  /** Reads all of the live release's snapshot. Throws in words as `readSnapshot` does. */
  constructor(store: Store, live: Live) {
    this.store = store
    this.live = live
    this.changes = new SnapshotChanges(store)
    this.world = new World(readSnapshot(store, live.release.snapshot, TABLE_NAMES))
    this.statistics = new Statistics(this.world)
    this.asOf = this.world.snapshot.asOf
  }

  /** Day to which readers' figures are counted. */
  get publicDay(): string {
    return this.asOf
  }

  /** Root of the public tree. */
  get tree(): string {
    return this.live.roots.tree
  }

  /**
   * Takes up a release and brings the world to a day; the public day never falls.
   * @returns false when the store no longer holds what is held here: then all of it must be read again
   */
  bringTo(live: Live, day: string): boolean {
    const { snapshot } = this.world
    const isFollowed = live.release.snapshot === this.live.release.snapshot
    const isAhead = day > (isFollowed ? this.asOf : live.release.asOf)
    const wanted = isAhead ? day : isFollowed ? this.asOf : live.release.asOf
    if (isFollowed && snapshot.asOf === wanted) {
      this.live = live
      return true
    }
    const changes = isFollowed ? [] : this.between(live.release.snapshot)
    if (!changes) return false
    for (const change of changes) this.world.apply(change)
    // Listings of releases that went by are not kept.
    this.store.trees.forget(() => false)
    if (!isFollowed) Object.assign(snapshot, readGlobalsOf(this.store, live.release.snapshot))
    this.asOf = headOf(this.store, live.release.snapshot).asOf
    this.live = live
    snapshot.asOf = this.asOf
    this.statistics.update(changes)
    this.ofDay = wanted > this.asOf ? this.moveTo(wanted) : null
    return true
  }

  private moveTo(day: string): OfDay {
    const then = figuresNow(this.statistics, everyPart(this.statistics))
    this.world.snapshot.asOf = day
    this.statistics.update([])
    return { then, apart: figureDifferences(then, figuresNow(this.statistics, everyPart(this.statistics))) }
  }

  /** Takes changes into the world and everything counted over it. */
  take(changes: readonly Change[]): void {
    for (const change of changes) this.world.apply(change)
    this.statistics.update(changes)
  }

  /** Takes the same changes out again. */
  takeBack(changes: readonly Change[]): void {
    this.take(changes.map((c) => ({ ...c, before: c.after, after: c.before }) as Change).reverse())
  }

  private between(snapshot: string): Change[] | null {
    const rows = this.changes.between(this.live.release.snapshot, snapshot)
    if (!rows) return null
    const byTable = Map.groupBy(rows, ({ table }) => table)
    return [...byTable].flatMap(([table, of]) => {
      const after = readRowsOf(this.store, snapshot, table, new Set(of.map(({ key }) => key)))
      return of.map(({ key }) => this.changeTo(table, key, after.get(key)))
    })
  }

  /** The change that brings a record of the world to a row; undefined takes it away. */
  changeTo(table: TableName, key: string, after: AnyRow | undefined): Change {
    const before = this.world.get(table, key) as AnyRow | undefined
    return changeOf(table, key, { ...(before ? { before } : {}), ...(after ? { after } : {}) })
  }
}
