// The pages of a release: only those that print something else. Before: makeRelease. Next: goLive.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { Statistics } from '#domain/figures/statistics'
import { addressOf } from '#domain/published/addresses'
import { type AnyRow, sha256, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import type { Change, World } from '#domain/world/world'
import type { Store } from '../store/store.ts'
import { claimsOn, type FigureClaim } from '../workers/figureClaims.ts'
import type { InPieces } from '../workers/inPieces.ts'
import { type Made, type PageMark, type ReleaseThreads, WORTH_THREADS } from '../workers/releaseThreads.ts'
import { missingLink, pageFaults } from './pageChecks.ts'
import { pageNow } from './pageNow.ts'
import type { Renderer } from './renderer.ts'
import { marksOf } from './templateMarks.ts'

/** What rendering left: files to put or take away, and how much work it was. */
export type PageWork = {
  files: Map<string, string | null>
  views: number
  rendered: number
  faults: string[]
  marks: PageMark[]
  /** What the rendered pages say of computed figures, by their addresses. */
  claims: Map<string, readonly FigureClaim[]>
}

type Rendering = {
  /** Whether an address will be in the release, for the link check. */
  exists: (path: string, files: ReadonlyMap<string, string | null>) => boolean
  /** Blob of a page that this renderer made before and that may stay. */
  standing: (path: string) => string | null
  progress: (done: number) => void
  /** Work that is done between the pages, and done when they are. */
  beside?: InPieces<unknown>
  /** What pages that were made ahead and become part of the same release say. */
  ahead?: Pick<PageWork, 'claims'> | null
  /** Called now and then, and may throw. */
  between?: (() => Promise<void>) | undefined
}

/** After so many pages whatever else waits in this process is let in. */
const TURN_EVERY = 20

/** Renders the pages of a release. A page says which view it prints: while that is the same, it is not rendered again. */
export class Pages {
  private readonly store: Store
  private readonly renderer: Renderer
  private readonly threads: ReleaseThreads

  constructor(store: Store, renderer: Renderer, threads: ReleaseThreads) {
    this.store = store
    this.renderer = renderer
    this.threads = threads
  }

  /** Renders the given addresses, as far as they print something else than what stands there. */
  async render(
    paths: readonly string[],
    world: World,
    statistics: Statistics,
    { exists, standing, progress, beside, ahead, between }: Rendering,
  ): Promise<PageWork> {
    const work: PageWork = {
      files: new Map(),
      views: 0,
      rendered: 0,
      faults: [],
      marks: [],
      claims: new Map(ahead?.claims),
    }
    const context = { world, statistics }
    /** Addresses that pages link to, each with a page that does: they are looked up once all is rendered. */
    const linked = new Map<string, string>()
    const note = (target: string, from: string) => {
      if (!linked.has(target)) linked.set(target, from)
      return true
    }
    const take = ({ path, blob, faults, marks, claims, links }: Made) => {
      work.files.set(path, blob)
      work.faults.push(...faults)
      work.marks.push(...marks)
      work.claims.set(path, claims)
      for (const target of links) note(target, path)
    }
    const one = async (path: string, threads: ReleaseThreads | null) => {
      const now = pageNow(path, { renderer: this.renderer, store: this.store, context, standing })
      work.views++
      if (now === 'none') {
        work.files.set(path, null)
        work.claims.delete(path)
        return
      }
      if (now === 'as it stands') return
      const { view, text, hash } = now
      work.rendered++
      if (work.rendered % 500 === 0) progress(work.rendered)
      if (threads?.givePage(path, text, hash)) return
      const html = await this.renderer.render(path, view, hash)
      const faults = pageFaults({ path, html }, (target) => note(target, path))
      const [marks, claims] = [marksOf(path, html), claimsOn(html)]
      take({ path, blob: this.store.blobs.putText(html, path), faults, marks, claims, links: [] })
    }
    const addresses = [...new Set(paths)]
    const threads = addresses.length > WORTH_THREADS ? this.threads : null
    threads?.begin()
    for (const [i, path] of addresses.entries()) {
      await one(path, threads)
      if (i % TURN_EVERY < TURN_EVERY - 1) continue
      beside?.step()
      // Others have their turn meanwhile: the beat of the lease, and the threads with what they made.
      await setImmediate()
      await between?.()
    }
    await beside?.finishInTurns()
    for (const made of await this.threads.finish()) take(made)
    for (const [target, from] of linked)
      if (!exists(target, work.files)) work.faults.push(missingLink(from, target))
    return work
  }

  /** Hashed assets of the renderer, unchanged. */
  assets(): Map<string, string> {
    const folder = this.renderer.clientFiles()
    const files = new Map<string, string>()
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      const path = join(entry.parentPath, entry.name)
      const name = relative(folder, path)
      const blob = this.store.blobs.put(readFileSync(path))
      this.store.blobs.makeTwins(blob, name, 'asset')
      files.set(name, blob)
    }
    return files
  }

  /**
   * The `.json` beside each record page, the record as it stands in the snapshot: of changes, or of every record of a
   * world (null). In pieces; threads may still be storing some until `render` has ended.
   */
  *storingRecords(
    world: World,
    changes: readonly Change[] | null,
    files: Map<string, string | null>,
  ): Generator<void> {
    let count = 0
    for (const [table, key, row] of changes?.map(sideAfter) ?? everyRecord(world)) {
      const path = jsonPath(table, key)
      if (path) files.set(path, row ? this.storedText(recordText(row)) : null)
      if (count++ % TURN_EVERY === 0) yield
    }
  }

  private storedText(text: string): string {
    return this.threads.giveText(text) ? sha256(text) : this.store.blobs.putText(text, '')
  }
}

const sideAfter = ({ table, key, after }: Change) => [table, key, after] as const

function* everyRecord(world: World): Generator<readonly [TableName, string, AnyRow]> {
  for (const table of TABLE_NAMES)
    for (const key of world.keys(table)) yield [table, key, world.need(table, key)]
}

/** A record as it stands beside its page. It gets no compressed twin: it is about as large as a network packet or two. */
function recordText(row: AnyRow): string {
  return `${JSON.stringify(inOrder(row), null, 1)}\n`
}

/** The same value with the keys of its records in the canonical order. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (value === null || typeof value !== 'object') return value
  const record = value as Record<string, unknown>
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, inOrder(record[key])]),
  )
}

function jsonPath(table: TableName, key: string): string | null {
  return addressOf(table, key)?.replace(/\.html$/, '.json') ?? null
}
