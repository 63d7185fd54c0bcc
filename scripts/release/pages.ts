import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { addressOf } from '#domain/addresses'
import { type AnyRow, TABLE_NAMES, type TableName } from '#domain/snapshot'
import type { Statistics } from '#domain/statistics'
import type { Change, World } from '#domain/world'
import { missingLink, pageFaults } from './pageChecks.ts'
import type { Renderer } from './renderer.ts'
import type { Store } from './store.ts'

/** What rendering left: files to put or take away, and how much work it was. */
export type PageWork = {
  files: Map<string, string | null>
  views: number
  rendered: number
  faults: string[]
}

/** From so many on, a second thread for writing is worth its start. */
const MANY = 300

/** After so many pages whatever else waits in this process is let in. */
const TURN_EVERY = 100

/** Renders the pages of a release. It remembers view hashes, so a page whose view is unchanged is not rendered. */
export class Pages {
  private viewHashes = new Map<string, string>()
  private readonly store: Store
  private readonly renderer: Renderer

  constructor(store: Store, renderer: Renderer) {
    this.store = store
    this.renderer = renderer
  }

  /**
   * Renders the given addresses. `commit` keeps the new view hashes; without it a refused release forgets them.
   * @param exists whether an address will be in the release, for the link check
   */
  async render(
    paths: readonly string[],
    world: World,
    statistics: Statistics,
    exists: (path: string, files: ReadonlyMap<string, string | null>) => boolean,
    progress: (done: number) => void,
  ): Promise<PageWork & { commit: () => void }> {
    const work: PageWork = { files: new Map(), views: 0, rendered: 0, faults: [] }
    const hashes = new Map<string, string | null>()
    /** Addresses that pages link to, each with the first page that does: they are looked up once all is rendered. */
    const linked = new Map<string, string>()
    const note = (target: string, from: string) => {
      if (!linked.has(target)) linked.set(target, from)
      return true
    }
    const one = async (path: string) => {
      const view = this.renderer.viewOf(path, { world, statistics })
      work.views++
      if (view === null) {
        work.files.set(path, null)
        hashes.set(path, null)
        return
      }
      const hash = this.renderer.viewHash(view)
      if (this.viewHashes.get(path) === hash) return
      const html = await this.renderer.render(path, view)
      work.files.set(path, this.store.blobs.putText(html, path))
      hashes.set(path, hash)
      work.faults.push(...pageFaults({ path, html }, (target) => note(target, path)))
      work.rendered++
      if (work.rendered % 500 === 0) progress(work.rendered)
    }
    await this.each([...new Set(paths)], one)
    for (const [target, from] of linked)
      if (!exists(target, work.files)) work.faults.push(missingLink(from, target))
    const commit = () => {
      for (const [path, hash] of hashes)
        if (hash) this.viewHashes.set(path, hash)
        else this.viewHashes.delete(path)
    }
    return { ...work, commit }
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
      this.store.blobs.makeTwins(blob, name, true)
      files.set(name, blob)
    }
    return files
  }

  /** The `.json` beside each record page: the record as it stands in the snapshot. */
  records(changes: readonly Change[]): Map<string, string | null> {
    const files = new Map<string, string | null>()
    for (const { table, key, after } of changes) {
      const path = jsonPath(table, key)
      if (path) files.set(path, after ? this.putRecord(after) : null)
    }
    return files
  }

  /** The same for every record of a world. */
  async allRecords(world: World): Promise<Map<string, string | null>> {
    const files = new Map<string, string | null>()
    const keys = TABLE_NAMES.flatMap((table) => world.keys(table).map((key) => ({ table, key })))
    await this.each(keys, async ({ table, key }) => {
      const path = jsonPath(table, key)
      if (path) files.set(path, this.putRecord(world.need(table, key)))
    })
    return files
  }

  /** Does something for each of a list; what many leave to be written is written beside this thread. */
  private async each<T>(list: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
    const all = async (pause: () => Promise<void>) => {
      for (const [i, item] of list.entries()) {
        await work(item)
        await pause()
        // Others have their turn meanwhile: the beat of the lease above all.
        if (i % TURN_EVERY === TURN_EVERY - 1) await setImmediate()
      }
    }
    if (list.length > MANY) await this.store.blobs.many(all)
    else await all(async () => {})
  }

  private putRecord(row: AnyRow): string {
    // No compressed twin: a record is about as large as one network packet or two.
    return this.store.blobs.putText(`${JSON.stringify(inOrder(row), null, 1)}\n`, '')
  }
}

/** Addresses of the pages in a tree. */
export function pagesOf(store: Store, tree: string): string[] {
  return [...store.trees.walk(tree)].map((f) => f.path).filter((path) => path.endsWith('.html'))
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
