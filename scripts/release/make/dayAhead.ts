import type { Statistics } from '#domain/figures/statistics'
import type { World } from '#domain/world/world'
import { datedCases } from '../pages/datedCases.ts'
import type { Pages } from '../pages/pages.ts'
import type { Renderer } from '../pages/renderer.ts'
import { isStanding } from '../search/standingFiles.ts'
import type { Store } from '../store/store.ts'
import type { ReleaseRoots } from '../store/switchRelease.ts'
import { RecordLines } from '../tables/recordLines.ts'
import { writingParts } from '../tables/tableFiles.ts'
import { RowsThatFollow } from '../tables/waitingRows.ts'
import type { FigureClaim } from '../workers/figureClaims.ts'
import { InPieces } from '../workers/inPieces.ts'
import { rowFiles } from './rowFiles.ts'

/** Pages of one piece: a publish waits for one at most. */
const PAGES = 16
/** Milliseconds of one piece of the tables. */
const PIECE_MS = 40

/** What a day changes when nothing else does: pages and what they say, lists of rows, and the tables' parts. */
export type DayMade = {
  files: Map<string, string>
  /** Files of rows that follow. */
  following: ReadonlySet<string>
  claims: Map<string, readonly FigureClaim[]>
  parts: string
}

export type DayAheadOptions = {
  /** The day that is made ahead, later than the as-of day. */
  day: string
  store: Store
  renderer: Renderer
  world: World
  statistics: Statistics
  pages: Pages
  /** What is live now and stays so meanwhile. */
  roots: ReleaseRoots
}

/**
 * Makes ahead what the first act of a day will change besides what it is about: figures and ages counted to the new
 * as-of day. It is done piece by piece while nothing else is made; each piece leaves the world at its as-of day, and
 * nothing is switched. What came of it holds only while no other release is made.
 */
export class DayAhead {
  readonly day: string
  /** What was made, once all of it is. */
  made: DayMade | null = null
  /** Other addresses or faults belong to a release of its own: then the first act makes everything itself. */
  private isUseless = false
  private readonly files = new Map<string, string>()
  private readonly later: RowsThatFollow
  private readonly claims: DayMade['claims'] = new Map()
  private paths: string[] = []
  private next = 0
  private tables: InPieces<string> | null = null
  private readonly o: DayAheadOptions

  constructor(o: DayAheadOptions) {
    this.o = o
    this.day = o.day
    this.later = new RowsThatFollow(o.store, o.roots.tree)
  }

  /** Makes the next piece. Returns whether something is left. Throws what a template or the disk throws, once. */
  async piece(): Promise<boolean> {
    if (this.made || this.isUseless) return false
    const { world, statistics } = this.o
    const { asOf } = world.snapshot
    world.snapshot.asOf = this.day
    statistics.update([])
    try {
      await this.work()
    } catch (error) {
      this.isUseless = true
      throw error
    } finally {
      world.snapshot.asOf = asOf
      statistics.update([])
    }
    return !this.made && !this.isUseless
  }

  private async work(): Promise<void> {
    const { renderer, world, statistics } = this.o
    if (!this.tables) {
      this.paths = renderer.affected([], { world, statistics }, true)
      this.tables = new InPieces(this.writeTables())
      return
    }
    const until = performance.now() + PIECE_MS
    while (performance.now() < until) if (!this.tables.step()) break
    if (this.tables.isDone()) await this.renderSome(this.tables)
  }

  /** Parts of the tables, then the lists of rows, of every case that is counted to the day. */
  private *writeTables(): Generator<void, string> {
    const { store, world, statistics, roots } = this.o
    const dated = datedCases(world, statistics)
    const lines = new RecordLines(world, statistics)
    const parts = yield* writingParts(store, world, statistics, roots.parts, dated, lines)
    const before = (path: string) => (this.later.comes(path) ? null : store.trees.find(roots.tree, path))
    for (const [path, blob] of yield* rowFiles(
      { store, world, statistics, lines, before, later: this.later },
      dated,
    ))
      if (blob !== null) this.files.set(path, blob)
    return parts
  }

  private async renderSome(tables: InPieces<string>): Promise<void> {
    const { store, world, statistics, pages, roots } = this.o
    const some = this.paths.slice(this.next, this.next + PAGES)
    this.next += some.length
    const standing = (path: string) => store.trees.find(roots.tree, path)
    const stands = (path: string) => isStanding(path) || standing(path) !== null
    const leads = (path: string) => stands(path) || this.later.comes(path)
    const work = await pages.render(some, world, statistics, {
      exists: leads,
      standing,
      progress: () => {},
    })
    for (const [path, blob] of work.files) {
      if ((blob !== null) !== stands(path)) this.isUseless = true
      if (blob !== null) this.files.set(path, blob)
    }
    for (const [path, claims] of work.claims) this.claims.set(path, claims)
    if (work.faults.length > 0) this.isUseless = true
    if (this.next >= this.paths.length && !this.isUseless)
      this.made = {
        files: this.files,
        following: this.later.added,
        claims: this.claims,
        parts: tables.finish(),
      }
  }
}
