import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { changeOf, World } from '#domain/world/world'
import type { Context, PageKind } from '../../../site/src/context.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { KINDS, type KindId } from '../../../site/src/render/kinds.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { snapshotOf } from '../../support/records/rows.ts'

/** Kinds whose pages print the names of departments in rows alone. */
const OF_ROWS: KindId[] = [
  'case-list',
  'picked-list',
  'duty',
  'duty-category',
  'area',
  'practice',
  'review-meeting',
]
const kinds: readonly PageKind[] = OF_ROWS.map((id) => KINDS[id])

function textOf(path: string, context: Context): string {
  const kind = kinds.find(({ pattern }) => pattern.test(path))
  return JSON.stringify(kind?.view({ ...kind.pattern.exec(path)?.groups }, context))
}

test.each([
  ['name', '另一个全称'],
  ['shortName', '另称'],
])('a department that gets another %s has only those views computed that print it', (field, words) => {
  const world = new World(snapshotOf())
  const context = { world, statistics: new Statistics(world) }
  const take = (changes: Parameters<Statistics['update']>[0]) => {
    for (const change of changes) world.apply(change)
    context.statistics.update(changes)
  }
  const edits = new RandomEdits(world, 4)
  take(edits.foundation())
  // So few that every list stands whole on its page.
  for (let i = 0; i < 30; i++) take([edits.next()])
  for (const key of world.keys('departments')) {
    const row = world.need('departments', key)
    const change = changeOf('departments', key, { before: row, after: { ...row, [field]: words } })
    const all = kinds.flatMap((kind) => kind.paths(context))
    const before = new Map(all.map((path) => [path, textOf(path, context)]))
    take([change])
    const named = affectedPaths(kinds, [change], context, false).filter((path) => before.has(path))
    const idle = named.filter((path) => textOf(path, context) === before.get(path))
    expect(idle, key).toEqual([])
    take([changeOf('departments', key, { before: change.after as typeof row, after: row })])
  }
})
