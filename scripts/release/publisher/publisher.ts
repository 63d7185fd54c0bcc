import { Following } from '../make/following.ts'
import { ReleaseMaker, type ReleaseResult } from '../make/makeRelease.ts'
import { collectAll, collectNamed, type Found, type Problem } from '../newsroom/collect.ts'
import { globalsNow } from '../newsroom/globalsNow.ts'
import type { Newsroom, OutboxRow } from '../newsroom/newsroom.ts'
import { forgetRestore, wasRestored } from '../newsroom/restoredMark.ts'
import { type Start, startingWorld } from '../newsroom/startingWorld.ts'
import { holdUnexplained } from '../newsroom/unexplained.ts'
import { liveRelease } from '../store/switchRelease.ts'
import type { ReleaseEntry } from '../told/releaseLog.ts'
import { ReleaseReport } from '../told/releaseReport.ts'
import type { StatusFile } from '../told/status.ts'
import { Batches } from '../turn/batches.ts'
import { givingWay, type Look, MOST_WAYS } from '../turn/givesWay.ts'
import { HeldBack } from '../turn/heldBack.ts'
import { keysNamed, recordsNamed, rowsDone } from '../turn/outboxRows.ts'
import { recordOf } from '../turn/workInHand.ts'
import { bringWorldTo } from '../turn/worldNow.ts'
import { FOLLOWER_KINDS, type FollowerKind } from '../workers/followers.ts'
import { growingSparingly } from '../workers/heapGrowth.ts'
import { IdleWork } from './idleWork.ts'
import type { Attempt, PublisherOptions } from './publisherOptions.ts'
import { ToldStatus } from './toldStatus.ts'

/** Turns acknowledged changes into releases: one at a time, at least once, in proportion to what changed. */
export class Publisher {
  private readonly maker: ReleaseMaker
  private readonly newsroom: Newsroom
  private readonly told: ToldStatus
  private readonly o: PublisherOptions
  private readonly held = new HeldBack()
  /** What is done while there is nothing to publish. */
  private readonly idle: IdleWork
  private waiting: readonly OutboxRow[] = []
  private readonly batches: Batches
  /** What is being made to follow the live pages. */
  readonly following: Following
  /** Whether the world is not yet what the newsroom holds: until it was compared, nothing else may be released. */
  private isUnread: boolean
  private readonly report: ReleaseReport
  /** What is being made: a release of changes and the search that follows take turns. */
  private turn: Promise<unknown> = Promise.resolve()

  private constructor(
    o: PublisherOptions,
    newsroom: Newsroom,
    status: StatusFile,
    { world, isUnread }: Start,
  ) {
    this.o = o
    this.newsroom = newsroom
    this.told = new ToldStatus(o.dataDir, status, this.held)
    this.report = new ReleaseReport(o)
    this.isUnread = isUnread
    this.batches = new Batches(o.dataDir)
    this.maker = new ReleaseMaker({ ...o, world, effects: this.report.effects })
    const inTurn = <T>(work: () => Promise<T>) => this.inTurn(work)
    this.idle = new IdleWork({
      ...o,
      maker: this.maker,
      inTurn,
      differs: (of) => this.told.figuresDiffer(of),
    })
    this.following = new Following({
      ...o,
      maker: this.maker,
      inTurn,
      begins: () => this.report.begin(),
      live: (result, kind) => this.live(result, kind, 0),
    })
  }

  /** Takes up the live release's snapshot, or reads the newsroom for the first release. */
  static async open(o: PublisherOptions, newsroom: Newsroom, status: StatusFile): Promise<Publisher> {
    return new Publisher(o, newsroom, status, await startingWorld(o, newsroom))
  }

  /** Whether there is a release for readers. */
  isLive(): boolean {
    return liveRelease(this.o.dataDir) !== null
  }

  /** Whether the live release must be made again: by other code than it was, or because it could not be read back. */
  isOutdated(): boolean {
    return this.isUnread || liveRelease(this.o.dataDir)?.release.code !== this.o.code
  }

  /**
   * Compares everything with the newsroom and releases what differs.
   * @param full renders every page again and accepts losses that no act explains, as a restored database does
   */
  compare(full: boolean): Promise<ReleaseResult | null> {
    return this.givingWay((between) => this.compareOnce(full, between))
  }

  private async compareOnce(full: boolean, between: Look): Promise<ReleaseResult | null> {
    this.report.begin()
    this.waiting = []
    // First the outbox, then the records: what is written in between keeps its row.
    const outbox = await this.newsroom.readOutbox()
    this.report.effects.history = await this.newsroom.chainHistory(wasRestored(this.o.dataDir))
    this.waiting = outbox
    const found = await growingSparingly(() =>
      collectAll(this.maker.world, this.newsroom.readAll, (words) => this.told.running(words)),
    )
    const restored = wasRestored(this.o.dataDir)
    const checked = full || restored ? found : await holdUnexplained(found, this.newsroom.wasWithdrawn)
    const attempt = { outbox, named: null, full: full || this.isUnread, between: between(outbox) }
    const result = await this.publish(checked, attempt)
    this.isUnread = false
    if (restored) forgetRestore(this.o.dataDir)
    return result
  }

  /** Gets ready for the first change, so that it costs no more than the next ones. */
  async warm(): Promise<void> {
    await this.inTurn(async () => this.maker.warm())
  }

  /** Does one piece of what can be done while there is nothing to publish, see `IdleWork`. Returns whether something is left. */
  async idlePiece(isQuiet: boolean): Promise<boolean> {
    return !this.isUnread && this.idle.piece(isQuiet)
  }

  /** What was prepared for a day is about to be swept away. */
  forgetDay(): void {
    this.maker.nextDay.forget()
  }

  /** Publishes what the outbox holds. Returns false when there was nothing to do. */
  async drain(): Promise<boolean> {
    if (this.isUnread) return false
    return this.givingWay((between) => this.drainOnce(between))
  }

  private async drainOnce(between: Look): Promise<boolean> {
    this.report.begin()
    this.waiting = []
    const outbox = await this.newsroom.readOutbox()
    this.waiting = outbox
    if (outbox.length === 0) {
      if (this.told.isFailed()) this.told.settled()
      return false
    }
    this.report.effects.step('outbox read')
    this.report.effects.history = await this.newsroom.chainHistory()
    const found = await collectNamed(this.maker.world, this.newsroom.readRows, recordsNamed(outbox))
    await this.publish(found, { outbox, named: keysNamed(outbox), full: false, between: between(outbox) })
    return true
  }

  /** Where the live release was made by other code or could not be read back, nothing small can be released on it. */
  private givingWay<T>(work: (between: Look) => Promise<T>): Promise<T> {
    const first = async (rows: OutboxRow[]) => {
      const found = await collectNamed(this.maker.world, this.newsroom.readRows, recordsNamed(rows))
      await this.publish(found, { outbox: rows, named: keysNamed(rows), full: false, globalsStay: true })
    }
    const { now } = this.o.effects
    return givingWay(this.isOutdated() ? 0 : MOST_WAYS, { ...this.newsroom, now, first }, work)
  }

  /** The rows of the last attempt that are still to be done; whatever else waits has come since. */
  leftOver(): readonly OutboxRow[] {
    return this.waiting
  }

  /** Records that the last attempt held back, with the reason. */
  heldBack(): readonly Problem[] {
    return this.held.ofAttempt()
  }

  /** Lets what follows the live pages follow them, if it does not yet and nobody is at it. */
  async follow(kind: FollowerKind): Promise<void> {
    if (!this.isUnread) await this.following.follow(kind)
  }

  /** Lets everything that follows follow, one after the other. */
  async followWithSearch(): Promise<void> {
    for (const kind of FOLLOWER_KINDS) await this.follow(kind)
  }

  /** Does something while nothing is being made. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work)
    this.turn = done.catch(() => undefined)
    return done
  }

  private publish(...of: Parameters<Publisher['publishNow']>): Promise<ReleaseResult | null> {
    return this.inTurn(() => this.publishNow(...of))
  }

  private async publishNow(
    found: Found,
    { outbox, named, full, between, globalsStay }: Attempt,
  ): Promise<ReleaseResult | null> {
    this.report.effects.step('collected')
    this.told.running(`读到 ${found.changes.length} 处改动`)
    const { world } = this.maker
    this.held.begin(full || named === null ? null : [...named, ...found.changes.map(recordOf)])
    for (const problem of found.held) this.held.hold(problem)
    const read = await this.newsroom.readGlobals()
    const live = this.isUnread ? null : world.snapshot
    const globals = (globalsStay && live) || globalsNow(read, live, this.held.hold)
    const now = bringWorldTo(world, globals, await this.newsroom.readAsOf())
    const { settingsChanged, synonymsChanged, asOfMoved } = now
    const withdrawals = this.maker.withdrawals()
    let result: ReleaseResult | null = null
    try {
      if (found.changes.length > 0 || settingsChanged || synonymsChanged || asOfMoved || full)
        result = await this.batches.release(
          this.maker,
          found.changes,
          { asOfMoved, settingsChanged, synonymsChanged, full },
          this.held.hold,
          () => this.report.step(),
          between,
        )
    } catch (error) {
      now.undo()
      this.maker.statistics.update([])
      throw error
    } finally {
      if (withdrawals !== this.maker.withdrawals()) this.following.giveUp()
    }
    const done = rowsDone(outbox, this.held.ofAttempt())
    this.report.effects.step('before the rows are deleted')
    await this.newsroom.deleteOutbox(done.map((row) => row.id))
    this.waiting = outbox.filter((row) => !done.includes(row))
    if (result) this.live(result, 'pages', found.changes.length)
    else this.told.settled()
    return result
  }

  private live(result: ReleaseResult, kind: ReleaseEntry['kind'], changes: number): void {
    this.told.live(result)
    this.report.tell(kind, changes, result)
  }

  /** Says that an attempt failed; readers keep the last good site. */
  failed(error: unknown): void {
    this.told.failed(error)
  }
}
