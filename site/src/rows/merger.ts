import type { MergedTable } from '#domain/records/succession'
import type { World } from '#domain/world/world'
import { dateWords } from '../format.ts'
import { recordPath } from '../urls.ts'

type Merged = { name: string; href: string; on: string }

/** What a place or a department was merged into, and what was merged into it; null and none where nothing was. */
export type Merger = { into: Merged | null; from: Merged[] }

export function mergerOf(table: MergedTable, slug: string, world: World): Merger {
  const row = world.need(table, slug)
  const told = (key: string, on: string | undefined): Merged => ({
    name: world.need(table, key).name,
    href: recordPath(table, key),
    on: dateWords(on as string),
  })
  const from = world.succession[table]
    .mergedInto(slug)
    .map((key) => world.need(table, key))
    .filter((each) => each.replacedBy === slug)
  return {
    into: row.replacedBy ? told(row.replacedBy, row.replacedOn) : null,
    from: from.map((each) => told(each.slug, each.replacedOn)),
  }
}
