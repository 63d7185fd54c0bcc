import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
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
    for (const path of new Set(paths)) {
      const view = this.renderer.viewOf(path, { world, statistics })
      work.views++
      if (view === null) {
        work.files.set(path, null)
        hashes.set(path, null)
        continue
      }
      const hash = this.renderer.viewHash(view)
      if (this.viewHashes.get(path) === hash) continue
      const html = await this.renderer.render(path, view)
      work.files.set(path, this.put(path, html))
      hashes.set(path, hash)
      work.faults.push(...pageFaults({ path, html }, (target) => note(target, path)))
      work.rendered++
      if (work.rendered % 500 === 0) progress(work.rendered)
    }
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
  allRecords(world: World): Map<string, string | null> {
    const files = new Map<string, string | null>()
    for (const table of TABLE_NAMES)
      for (const [key, row] of world.snapshot.tables[table] as Map<string, AnyRow>) {
        const path = jsonPath(table, key)
        if (path) files.set(path, this.putRecord(row))
      }
    return files
  }

  private putRecord(row: AnyRow): string {
    // No compressed twin: a record is about as large as one network packet or two.
    return this.store.blobs.put(`${JSON.stringify(inOrder(row), null, 1)}\n`)
  }

  private put(path: string, text: string): string {
    const blob = this.store.blobs.put(text)
    this.store.blobs.makeTwins(blob, path, false)
    return blob
  }
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
