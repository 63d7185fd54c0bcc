import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { type Change, changeOf, World } from '#domain/world/world'
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

/** A world of a few edits, and what its pages print. */
function newsroom() {
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
  const printed = () =>
    new Map(
      kinds.flatMap((kind) => kind.paths(context).map((path) => [path, textOf(path, context)] as const)),
    )
  /** Takes a change, and says which pages it changed and which were named. */
  const taken = (change: Change) => {
    const before = printed()
    take([change])
    const after = printed()
    const paths = [...new Set([...before.keys(), ...after.keys()])]
    const named = affectedPaths(kinds, [change], context, false).filter((path) => paths.includes(path))
    const changed = paths.filter((path) => before.get(path) !== after.get(path))
    return { changed, named, idle: named.filter((path) => !changed.includes(path)) }
  }
  return { world, taken }
}

test.each([
  ['name', '另一个全称'],
  ['shortName', '另称'],
])(
  'a department that gets another %s has those views computed that print it, and no others',
  (field, words) => {
    const { world, taken } = newsroom()
    for (const key of world.keys('departments')) {
      const row = world.need('departments', key)
      const change = changeOf('departments', key, { before: row, after: { ...row, [field]: words } })
      const { changed, named, idle } = taken(change)
      expect(named, key).toEqual(expect.arrayContaining(changed))
      expect(changed.length, key).toBeGreaterThan(0)
      expect(idle, key).toEqual([])
      taken(changeOf('departments', key, { before: change.after as typeof row, after: row }))
    }
  },
)

test('a department that is merged into another, and taken back, has every view computed that prints otherwise', () => {
  const { world, taken } = newsroom()
  const keys = world.keys('departments').filter((key) => !world.need('departments', key).replacedBy)
  for (const key of keys)
    for (const into of keys.filter((other) => other !== key)) {
      const row = world.need('departments', key)
      const merged = { ...row, replacedBy: into, replacedOn: '2022-06-20' }
      for (const [before, after] of [
        [row, merged],
        [merged, row],
      ]) {
        const { changed, named } = taken(changeOf('departments', key, { before, after }))
        expect(named, `${key} into ${into}`).toEqual(expect.arrayContaining(changed))
      }
    }
})
