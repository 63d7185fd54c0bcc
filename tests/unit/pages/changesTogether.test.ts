import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { type Change, changeOf, World } from '#domain/world/world'
import type { PageKind } from '../../../site/src/context.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { KINDS } from '../../../site/src/render/kinds.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

/** How often each of so many new cases that come together is looked at to find the pages that they touch. */
function looksPerCase(size: number): number {
  const rows = Array.from({ length: size }, (_, i) => caseRow(i + 1))
  const world = new World(snapshotOf(...rows))
  let looks = 0
  const changes = rows.map(
    (row): Change =>
      new Proxy(changeOf('cases', row.reference, { after: row }), {
        get: (of, name) => {
          looks++
          return Reflect.get(of, name)
        },
      }),
  )
  const context = { world, statistics: new Statistics(world) }
  affectedPaths(Object.values(KINDS) as readonly PageKind[], changes, context, false)
  return looks / size
}

test('changes that come together are looked through once for all, however many they are', () => {
  expect(looksPerCase(120)).toBeLessThan(looksPerCase(30) * 1.1)
})
