import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { addressOf } from '#domain/addresses'
import { type AnyRow, canonicalJson, TABLE_NAMES, type TableName } from '#domain/snapshot'
import type { Statistics } from '#domain/statistics'
import type { Change, World } from '#domain/world'
import { pageFaults } from './pageChecks.ts'
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
    const pages: { path: string; html: string }[] = []
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
      pages.push({ path, html })
      work.rendered++
      if (work.rendered % 500 === 0) progress(work.rendered)
    }
    for (const page of pages) work.faults.push(...pageFaults(page, (p) => exists(p, work.files)))
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
      if (path) files.set(path, after ? this.putRecord(path, after) : null)
    }
    return files
  }

  /** The same for every record of a world. */
  allRecords(world: World): Map<string, string | null> {
    const files = new Map<string, string | null>()
    for (const table of TABLE_NAMES)
      for (const [key, row] of world.snapshot.tables[table] as Map<string, AnyRow>) {
        const path = jsonPath(table, key)
        if (path) files.set(path, this.putRecord(path, row))
      }
    return files
  }

  private putRecord(path: string, row: AnyRow): string {
    return this.put(path, `${JSON.stringify(JSON.parse(canonicalJson(row)), null, 1)}\n`)
  }

  private put(path: string, text: string): string {
    const blob = this.store.blobs.put(text)
    this.store.blobs.makeTwins(blob, path, false)
    return blob
  }
}

function jsonPath(table: TableName, key: string): string | null {
  return addressOf(table, key)?.replace(/\.html$/, '.json') ?? null
}
