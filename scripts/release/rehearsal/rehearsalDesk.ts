import { addressOf } from '#domain/published/addresses'
import type { AskedRehearsal, RehearsalAnswer } from '#domain/published/rehearsal'
import { type AnyRow, TABLES } from '#domain/records/snapshot'
import type { Change } from '#domain/world/world'
import { holdDangling } from '../newsroom/collect.ts'
import { pageNow } from '../pages/pageNow.ts'
import type { Renderer } from '../pages/renderer.ts'
import type { Store } from '../store/store.ts'
import { liveRelease } from '../store/switchRelease.ts'
import { KeptRehearsals, type RehearsedRow } from './keptRehearsals.ts'
import { LiveWorld } from './liveWorld.ts'
import { rehearse } from './rehearse.ts'
import { reportInWords } from './reportInWords.ts'

/** Why nothing can be rehearsed now, in words; asking again later helps. */
export class NotNow extends Error {}
/** What was asked cannot be rehearsed, in words. */
export class CannotRehearse extends Error {}

/** A page as it would be, or a file of the live release beside it. */
type Shown = { html: string } | { blob: string } | null

type Given = { dataDir: string; store: Store; renderer: Renderer; code: string }

/**
 * Answers what the newsroom asks of the rehearsal. It holds one live world: whoever calls takes care that one question
 * is answered after the other.
 */
export class RehearsalDesk {
  private live: LiveWorld | null = null
  private readonly kept = new KeptRehearsals()
  private readonly o: Given

  constructor(o: Given) {
    this.o = o
  }

  /** Brings what is held to what readers have now and to a day. Throws `NotNow` while there is nothing to compare with. */
  prepare(day: string): LiveWorld {
    const { dataDir, store, code } = this.o
    const live = liveRelease(dataDir)
    if (!live) throw new NotNow('还没有公开过任何版本：第一次发布以后才能预演')
    if (live.release.code !== code)
      throw new NotNow('网站正在用新的程序全部重做：做好以后再预演（看右上角的发布情况）')
    const held = this.live
    // Whatever fails half-way leaves nothing behind.
    this.live = null
    const isCurrent = held?.bringTo(live, day) === true
    const now = isCurrent ? held : new LiveWorld(store, live)
    if (!isCurrent) now.bringTo(live, day)
    this.live = now
    return now
  }

  /** Prepares, and rehearses once what changes nothing: the first who asks finds the templates compiled and the day's pages known. */
  warm(day: string): void {
    const live = this.prepare(day)
    const last = live.world.keys('cases').at(-1)
    if (last === undefined) return
    this.inOneGo(live, () =>
      this.report(live, [live.changeTo('cases', last, live.world.need('cases', last))]),
    )
  }

  /** Says what would change, and keeps it so that its pages can be seen. */
  answer({ owner, day, changes: asked, isWhole }: AskedRehearsal): RehearsalAnswer {
    const rows = asked.map(rowOf)
    const live = this.prepare(day)
    const changes = changesOf(live, rows)
    const { held } = holdDangling(live.world, { changes, held: [] })
    if (held.length > 0)
      return { token: null, path: null, report: null, held: held.map(({ reason }) => reason) }
    const report = isWhole ? this.inOneGo(live, () => this.report(live, changes)) : null
    const token = this.kept.keep({ owner, day, changes: rows })
    const [first] = rows
    return { token, path: first ? addressOf(first.table, first.key) : null, report, held: [] }
  }

  private report(live: LiveWorld, changes: readonly Change[]) {
    const { renderer, store } = this.o
    return reportInWords(rehearse(changes, { live, renderer, store }), { renderer, world: live.world })
  }

  /**
   * A page of a rehearsal, or a file of the live release that pages need; null where there is none.
   * @returns undefined when the rehearsal is not, or no longer, there for who asks
   */
  async show(token: string, owner: string, path: string): Promise<Shown | undefined> {
    const kept = this.kept.of(token, owner)
    if (!kept) return undefined
    const live = this.prepare(kept.day)
    const { renderer, store } = this.o
    if (!path.endsWith('.html')) {
      const blob = store.trees.find(live.tree, path)
      return blob ? { blob } : null
    }
    const page = this.inOneGo(live, () => {
      const changes = changesOf(live, kept.changes)
      live.take(changes)
      const found = pageNow(path, {
        renderer,
        store,
        context: { world: live.world, statistics: live.statistics },
      })
      live.takeBack(changes)
      return found
    })
    return typeof page === 'string' ? null : { html: await renderer.render(path, page.view, page.hash) }
  }

  /** Names of the photos that a rehearsal shows. */
  photosOf(token: string, owner: string): string[] {
    const rows = this.kept.of(token, owner)?.changes ?? []
    return rows.flatMap(({ row }) =>
      ((row as { photos?: { file: string }[] })?.photos ?? []).map(({ file }) => file),
    )
  }

  /** Does something that leaves the live world as it was; where it fails the world is given up and read again. */
  private inOneGo<T>(live: LiveWorld, work: () => T): T {
    this.live = null
    const done = work()
    this.live = live
    return done
  }
}

/** The row of a change by its schema; throws in words where it is none. */
function rowOf({ table, key, row }: AskedRehearsal['changes'][number]): RehearsedRow {
  if (row === null) return { table, key, row: undefined }
  const parsed = TABLES[table].schema.safeParse(row)
  if (!parsed.success)
    throw new CannotRehearse(`${TABLES[table].label}${key}还不能公开：${parsed.error.issues[0]?.message}`)
  return { table, key, row: parsed.data as AnyRow }
}

/** The changes that bring the world to these rows. */
const changesOf = (live: LiveWorld, rows: readonly RehearsedRow[]): Change[] =>
  rows.map(({ table, key, row }) => live.changeTo(table, key, row))
