import { Statistics } from '#domain/figures/statistics'
import type { Release } from '#domain/published/release'
import type { Change, World } from '#domain/world/world'
import { datedCases } from '../pages/datedCases.ts'
import { Pages } from '../pages/pages.ts'
import { faultsOfTemplates } from '../pages/templateMarks.ts'
import { LiveSearch } from '../search/liveSearch.ts'
import { isStanding } from '../search/standingFiles.ts'
import { writeSnapshot } from '../store/snapshotStore.ts'
import { liveRelease, type ReleaseRoots } from '../store/switchRelease.ts'
import { openData } from '../tables/openData.ts'
import { RecordLines } from '../tables/recordLines.ts'
import { writeParts } from '../tables/tableFiles.ts'
import { RowsThatFollow } from '../tables/waitingRows.ts'
import { WholeTables } from '../tables/wholeTables.ts'
import type { Followed, FollowerKind } from '../workers/followers.ts'
import { InPieces } from '../workers/inPieces.ts'
import { ReleaseThreads } from '../workers/releaseThreads.ts'
import { everyFile } from './everyFile.ts'
import { FigureChecks } from './figureChecks.ts'
import { filesThatFollow, type MadeOf } from './followFiles.ts'
import { goLive, type LiveContent, type UncheckedContent } from './goLive.ts'
import type { MakerOptions } from './makerOptions.ts'
import { MediaUse } from './media.ts'
import { NextDay } from './nextDay.ts'
import { refuseIfAny } from './releaseRefused.ts'
import { rowFiles } from './rowFiles.ts'

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
    for (const change of changes) this.world.apply(change)
    this.statistics.update(changes)
    this.media.take(changes)
    this.search.duties.take(changes)
  }

  /** How often records or photos have left the public side since this publisher started. */
  withdrawals = (): number => this.withdrawn

  /** Renders and writes everything, sharing whatever comes out the same; what `between` throws gives it up. */
  async full(between?: () => Promise<void>): Promise<ReleaseResult> {
    const { world, statistics, tables, figures, media, threads, o } = this
    o.effects.progress('全部重做：快照')
    const snapshot = writeSnapshot(this.o.store, this.world, null)
    this.o.effects.step('snapshot')
    this.search.duties.forget()
    const files = new Map<string, string | null>([...this.pages.assets(), ...media.all(o.dataDir, o.store)])
    const folders = new Map<string, string | null>([['data/snapshot', snapshot]])
    const kept = this.o.store.trees.folderAt(this.roots?.tree ?? null, 'search')
    if (kept) folders.set('search', kept)
    const paths = o.renderer.allPaths(this.context())
    o.effects.progress(`全部重做：${paths.length} 页`)
    const counted = { store: o.store, world, statistics, tables, figures, threads }
    const later = new RowsThatFollow(o.store, null)
    const made = { files, folders, snapshot, later }
    const rest = new InPieces(everyFile({ ...counted, ...made, pages: this.pages }))
    const exists = (path: string, rendered: ReadonlyMap<string, string | null>) =>
      isStanding(path) || later.comes(path) || Boolean(rendered.get(path) ?? files.get(path))
    const progress = (n: number) => this.o.effects.progress(`全部重做：${n} / ${paths.length} 页`)
    const work = await this.pages.render(paths, world, statistics, exists, progress, {
      beside: rest,
      ...(between ? { between } : {}),
    })
    const parts = rest.finish()
    for (const [path, blob] of work.files) files.set(path, blob)
    // Whether a record left is not asked: what came before may have been made by other code.
    const search = this.addSearch({ ...made, withdraws: true })
    return this.finish({ ...made, parts, search, work, base: null, withdraws: true })
  }

  /** Makes a release of changes that the world already holds; when it fails the caller takes them back. */
  async incremental(
    changes: readonly Change[],
    asOfMoved: boolean,
    settingsChanged: boolean,
    between?: () => Promise<void>,
  ): Promise<ReleaseResult> {
    const live = this.roots
    if (!live || settingsChanged) return this.full(between)
    this.o.effects.progress(`发布 ${changes.length} 处改动`)
    const counted = asOfMoved ? datedCases(this.world, this.statistics) : []
    const ahead = asOfMoved ? this.nextDay.made() : null
    const snapshotBefore = this.o.store.trees.folderAt(live.tree, 'data/snapshot')
    const snapshot = writeSnapshot(this.o.store, this.world, snapshotBefore, changes)
    this.o.effects.step('snapshot')
    const dirty = [...changes, ...counted]
    const [base, changed] = ahead ? [ahead.parts, changes] : [live.parts, dirty]
    const { world, statistics } = this
    const lines = new RecordLines(world, statistics)
    const parts = writeParts(this.o.store, world, statistics, base, changed, lines)
    this.o.effects.step('parts')
    const state = { parts, snapshot, live: live.tree }
    const data = openData(this.o.store, this.tables, state, live.parts)
    this.o.effects.step('data')
    const later = new RowsThatFollow(this.o.store, live.tree)
    later.add(ahead?.following ?? [])
    const { store } = this.o
    const standing = (path: string) => ahead?.files.get(path) ?? store.trees.find(live.tree, path)
    // A file that waits is of an older snapshot.
    const before = (path: string) => (later.comes(path) ? null : standing(path))
    const files = new Map<string, string | null>([
      ...(ahead?.files ?? []),
      ...this.pages.records(changes),
      ...this.media.filesFor(changes, this.o.dataDir, this.o.store),
      ...data.files,
      ...new InPieces(rowFiles({ store, world, statistics, lines, before, later }, changed)).finish(),
    ])
    const folders = new Map<string, string | null>([...data.folders, ['data/snapshot', snapshot]])
    const touched = this.o.renderer.affected([...changes], this.context(), asOfMoved && !ahead)
    const all = changes.length > MANY_CHANGES ? this.o.renderer.allPaths(this.context()) : []
    const exists = (path: string, rendered: ReadonlyMap<string, string | null>) => {
      for (const known of [rendered, files]) if (known.has(path)) return known.get(path) !== null
      return isStanding(path) || later.comes(path) || this.o.store.trees.find(live.tree, path) !== null
    }
    const progress = (n: number) => this.o.effects.progress(`发布：${n} 页`)
    const paths = [...touched, ...all]
    const also = { standing: before, ...(ahead ? { ahead } : {}) }
    const work = await this.pages.render(paths, world, statistics, exists, progress, also)
    // An address that neither was nor is there is not taken away.
    const stood = (path: string) => this.o.store.trees.find(live.tree, path) !== null
    for (const [path, blob] of work.files) if (blob !== null || stood(path)) files.set(path, blob)
    const photoLeaves = [...files].some(([path, blob]) => blob === null && path.endsWith('.webp'))
    const withdraws = photoLeaves || changes.some((c) => !c.after)
    const made = { files, folders, snapshot, later, withdraws }
    const search = this.addSearch(made)
    return this.finish({ ...made, parts, search, work, base: live.tree })
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
    const tree = this.o.store.trees.edit(o.base, o.files, o.folders)
    this.o.effects.step('tree')
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

  private context() {
    return { world: this.world, statistics: this.statistics }
  }
}
