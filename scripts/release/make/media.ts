import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from '#domain/records/case'
import { sha256 } from '#domain/records/snapshot'
import type { Change, World } from '#domain/world/world'
import type { Store } from '../store/store.ts'

function caseChanges(changes: readonly Change[]): { before?: Case; after?: Case }[] {
  return changes.filter((c) => c.table === 'cases') as { before?: Case; after?: Case }[]
}

const photosOf = (c: Case | undefined) => c?.photos.map((p) => p.file) ?? []

/** Photos that published cases show, counted, so that the last use takes the file out of the release. */
export class MediaUse {
  private readonly uses = new Map<string, number>()

  constructor(world: World) {
    for (const c of world.snapshot.tables.cases.values()) for (const file of photosOf(c)) this.count(file, 1)
  }

  /** Counts the photos that changes bring in and take out. */
  take(changes: readonly Change[]): void {
    for (const { before, after } of caseChanges(changes)) {
      for (const file of photosOf(after)) this.count(file, 1)
      for (const file of photosOf(before)) this.count(file, -1)
    }
  }

  /** Files to put (blob) or take away (null) after changes. A photo whose bytes are not its name is refused. */
  filesFor(changes: readonly Change[], dataDir: string, store: Store): Map<string, string | null> {
    const touched = caseChanges(changes).flatMap(({ before, after }) => [
      ...photosOf(before),
      ...photosOf(after),
    ])
    return this.filesOf(new Set(touched), dataDir, store)
  }

  /** All files in use. */
  all(dataDir: string, store: Store): Map<string, string | null> {
    return this.filesOf(this.uses.keys(), dataDir, store)
  }

  private filesOf(names: Iterable<string>, dataDir: string, store: Store): Map<string, string | null> {
    const files = new Map<string, string | null>()
    for (const name of names)
      files.set(`media/${name}`, this.uses.has(name) ? store.blobs.put(readPhoto(dataDir, name)) : null)
    return files
  }

  private count(file: string, by: number): void {
    const n = (this.uses.get(file) ?? 0) + by
    if (n > 0) this.uses.set(file, n)
    else this.uses.delete(file)
  }
}

function readPhoto(dataDir: string, name: string): Buffer {
  const bytes = readFileSync(join(dataDir, 'media', name))
  if (`${sha256(bytes)}.webp` !== name) throw new Error(`照片 ${name} 的内容与名字不符：请在后台重新上传`)
  return bytes
}
