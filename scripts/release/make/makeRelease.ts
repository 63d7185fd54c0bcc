import { beating } from '#domain/beating'
import { Statistics } from '#domain/figures/statistics'
import type { Release } from '#domain/published/release'
import type { Change, World } from '#domain/world/world'
import { datedCases } from '../pages/datedCases.ts'
import { Pages } from '../pages/pages.ts'
import { faultsOfTemplates } from '../pages/templateMarks.ts'
import { LiveSearch } from '../search/liveSearch.ts'
import { isStanding } from '../search/standingFiles.ts'
import { writeSnapshot } from '../store/snapshotStore.ts'
import { settle } from '../store/store.ts'
import { liveRelease, type ReleaseRoots } from '../store/switchRelease.ts'
import { openData } from '../tables/openData.ts'
import { RowsThatFollow } from '../tables/waitingRows.ts'
import { WholeTables } from '../tables/wholeTables.ts'
import type { Followed, FollowerKind } from '../workers/followers.ts'
import { InPieces } from '../workers/inPieces.ts'
import { ReleaseThreads } from '../workers/releaseThreads.ts'
import { FigureChecks } from './figureChecks.ts'
import { filesBeside } from './filesBeside.ts'
import { filesThatFollow, type MadeOf } from './followFiles.ts'
import { goLive, type LiveContent, type UncheckedContent } from './goLive.ts'
import type { MakerOptions } from './makerOptions.ts'
import { MediaUse } from './media.ts'
import { NextDay } from './nextDay.ts'
import type { Plan } from './plan.ts'
import { refuseIfAny } from './releaseRefused.ts'

export type ReleaseResult = { release: Release; isNew: boolean; views: number; rendered: number }

/** More changes than this may open or close a level of a list at once: then every view is computed. */
const MANY_CHANGES = 200

/** Makes releases from one world, in proportion to what changed. Before: collect. Next: pages, then goLive. */
export class ReleaseMaker {
  readonly world: World
  readonly statistics: Statistics
  private roots: ReleaseRoots | null
  private readonly pages: Pages
  private readonly threads: ReleaseThreads
  private withdrawn = 0
  /** What the first act of the next day will change besides what it is about. */
  readonly nextDay: NextDay
  private readonly media: MediaUse
  /** Comparison of the figures with the written tables. */
  readonly figures: FigureChecks
  private readonly tables: WholeTables
  private readonly search: LiveSearch
  private readonly o: MakerOptions

  constructor(o: MakerOptions) {
    this.o = o
    this.world = o.world
    this.statistics = new Statistics(o.world)
    this.threads = new ReleaseThreads(o.dataDir, o.store.blobs, o.code)
    this.pages = new Pages(o.store, o.renderer, this.threads)
    this.media = new MediaUse(o.world)
    this.figures = new FigureChecks(o.store, this.statistics)
    this.tables = new WholeTables(o.store, undefined, undefined, this.threads)
    this.search = new LiveSearch(o.store, o.world, this.statistics)
    this.roots = o.damaged ? null : (liveRelease(o.dataDir)?.roots ?? null)
    const live = () => ({ pages: this.pages, roots: this.roots })
    this.nextDay = new NextDay({ ...o, statistics: this.statistics, live })
  }

  /** Takes changes into the world and everything counted over it; the same with before and after swapped takes them back. */
  take(changes: readonly Change[]): void {
    for (const change of beating(changes, this.world.beat)) this.world.apply(change)
    this.statistics.update(changes)
    this.media.take(changes)
    this.search.duties.take(changes)
  }

  /** How often records or photos have left the public side since this publisher started. */
  withdrawals = (): number => this.withdrawn

  /** Renders and writes everything, sharing whatever comes out the same; what `between` throws gives it up. */
  full(between?: () => Promise<void>): Promise<ReleaseResult> {
    this.search.duties.forget()
    return this.make({ live: null, changes: [], dated: [], asOfMoved: false, ahead: null, between })
  }

  /** Makes a release of changes that the world already holds; when it fails the caller takes them back. */
  incremental(
    changes: readonly Change[],
    asOfMoved: boolean,
    settingsChanged: boolean,
    between?: () => Promise<void>,
  ): Promise<ReleaseResult> {
    if (!this.roots || settingsChanged) return this.full(between)
    const ahead = asOfMoved ? this.nextDay.made() : null
    const dated = asOfMoved && !ahead ? datedCases(this.world, this.statistics) : []
    return this.make({ live: this.roots, changes, dated, asOfMoved, ahead, between: undefined })
  }

  /** The steps of every release; its plan says how much of them there is to do. */
  private async make(plan: Plan): Promise<ReleaseResult> {
    const { world, statistics, o } = this
    const { store } = o
    const { live, changes, ahead } = plan
    const tree = live?.tree ?? null
    const what = live ? '发布' : '全部重做'
    o.effects.progress(live ? `发布 ${changes.length} 处改动` : '全部重做：快照')
    const snapshotBefore = store.trees.folderAt(tree, 'data/snapshot')
    const snapshot = writeSnapshot(store, world, snapshotBefore, live ? changes : undefined)
    o.effects.step('snapshot')
    const later = new RowsThatFollow(store, tree)
    later.add(ahead?.following ?? [])
    const files = new Map<string, string | null>([
      ...(live ? [] : this.pages.assets()),
      ...(ahead?.files ?? []),
      ...(live ? this.media.filesFor(changes, o.dataDir, store) : this.media.all(o.dataDir, store)),
    ])
    // Where all is new, the indexes stay until new ones follow.
    const search = live ? null : store.trees.folderAt(this.roots?.tree ?? null, 'search')
    const folders = new Map<string, string | null>([
      ['data/snapshot', snapshot],
      ...(search ? [['search', search] as const] : []),
    ])
    const { tables, figures, pages, threads } = this
    const given = { store, world, statistics, tables, figures, threads, pages, effects: o.effects }
    const beside = new InPieces(filesBeside({ ...given, plan, snapshot, files, folders, later }))
    // What changes touch is little: no thread waits for it between the pages.
    if (live) beside.finish()
    const paths = this.pathsOf(plan)
    if (!live) o.effects.progress(`全部重做：${paths.length} 页`)
    const stood = (path: string) => store.trees.find(tree, path)
    const work = await pages.render(paths, world, statistics, {
      exists: (path, rendered) => {
        for (const known of [rendered, files]) if (known.has(path)) return known.get(path) !== null
        return isStanding(path) || later.comes(path) || stood(path) !== null
      },
      standing: (path) => ahead?.files.get(path) ?? stood(path),
      progress: (n) => o.effects.progress(`${what}：${n} 页`),
      beside,
      ahead,
      between: plan.between,
    })
    // An address that neither was nor is there is not taken away.
    for (const [path, blob] of work.files) if (blob !== null || stood(path) !== null) files.set(path, blob)
    const photoLeaves = [...files].some(([path, blob]) => blob === null && path.endsWith('.webp'))
    // Whether a record left is not asked where all is new: what came before may have been made by other code.
    const withdraws = !live || photoLeaves || changes.some((c) => !c.after)
    const made = { files, folders, snapshot, later, withdraws }
    const parts = beside.finish()
    return this.finish({ ...made, parts, search: this.addSearch(made), work, base: tree })
  }

  private pathsOf({ live, changes, asOfMoved, ahead }: Plan): string[] {
    const context = { world: this.world, statistics: this.statistics }
    const { renderer } = this.o
    if (!live) return renderer.allPaths(context)
    const touched = renderer.affected([...changes], context, asOfMoved && !ahead)
    return changes.length > MANY_CHANGES ? [...touched, ...renderer.allPaths(context)] : touched
  }

  /**
   * Puts what has followed into the live tree: a switch of its own.
   * @param madeOf release that it was made of
   * @returns null when it has no place any more
   */
  follow(kind: FollowerKind, followed: Followed, madeOf: MadeOf): ReleaseResult | null {
    const live = liveRelease(this.o.dataDir)
    if (!live || !this.roots) return null
    const { snapshot } = live.release
    const o = { store: this.o.store, search: this.search, live: this.roots, snapshot }
    const made = filesThatFollow(o, kind, followed, madeOf)
    if (!made) return null
    const tree = this.o.store.trees.edit(this.roots.tree, made.files, made.folders)
    const content = { ...this.roots, tree, snapshot, search: made.search, withdraws: false }
    return this.live(content, { views: 0, rendered: 0 }, false)
  }

  /** Gets ready for the first change: counts the written tables and the duty list, compresses parts, as far as that is not done. */
  warm(): void {
    if (!this.roots) return
    const { parts, tree } = this.roots
    this.figures.warm(parts)
    openData(this.o.store, this.tables, { parts, snapshot: '', live: tree }, null)
    this.search.stays(tree, this.o.store.trees.folderAt(tree, 'data/snapshot') as string, false)
  }

  /**
   * Takes back the changes of a release that failed; what threads were still at no longer matters, and what was made
   * ahead may be what failed: the next attempt makes everything itself.
   */
  async abandon(changes: readonly Change[]): Promise<void> {
    this.nextDay.forget()
    await this.threads.stop()
    this.take(changes.map((c) => ({ ...c, before: c.after, after: c.before }) as Change))
  }

  private async finish(o: UncheckedContent): Promise<ReleaseResult> {
    this.o.effects.step('blobs')
    this.o.effects.progress('核对链接和数字')
    const faults = [...o.work.faults, ...this.figures.faults(o.parts, o.work.claims, o.base === null)]
    if (liveRelease(this.o.dataDir)?.release.code !== this.o.code)
      faults.push(...faultsOfTemplates(o.work.marks, this.world))
    this.o.effects.step('checks')
    refuseIfAny(faults)
    o.later.tell(o.files, o.snapshot, o.withdraws)
    const tree = this.o.store.trees.edit(o.base, o.files, o.folders, this.world.beat)
    this.o.effects.step('tree')
    await settle(this.o.store)
    const { parts, snapshot, search, withdraws } = o
    await this.o.fence.check()
    const result = this.live({ tree, parts, snapshot, search, withdraws }, o.work, o.base === null)
    this.figures.released(o.parts, o.work.claims)
    this.nextDay.forget()
    return result
  }

  /** @param isWhole whether all of it was made by this code; otherwise it stays known by the code that made the rest */
  private live(o: LiveContent, work: { views: number; rendered: number }, isWhole: boolean): ReleaseResult {
    const before = isWhole ? null : liveRelease(this.o.dataDir)
    const made = goLive({
      ...o,
      dataDir: this.o.dataDir,
      store: this.o.store,
      code: before?.release.code ?? this.o.code,
      world: this.world,
      effects: this.o.effects,
      lease: this.o.fence.number,
    })
    this.roots = { tree: o.tree, parts: o.parts, lease: this.o.fence.number }
    if (made.isNew && o.withdraws) this.withdrawn++
    return { ...made, views: work.views, rendered: work.rendered }
  }

  /** Adds what stands in `search/` beside the indexes, which stay those of the live tree. */
  private addSearch(o: Pick<UncheckedContent, 'files' | 'folders' | 'snapshot' | 'withdraws'>) {
    const state = this.search.stays(this.roots?.tree ?? null, o.snapshot, o.withdraws)
    for (const [path, blob] of state.files) o.files.set(path, blob)
    for (const [path, gone] of state.folders) o.folders.set(path, gone)
    this.o.effects.step('search')
    return state.search
  }
}
