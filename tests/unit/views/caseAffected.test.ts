import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { canonicalJson } from '#domain/records/snapshot'
import { type Change, World } from '#domain/world/world'
import { caseKind } from '../../../site/src/case/case.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { snapshotOf } from '../../support/records/rows.ts'

test.each([1, 2, 3])(
  'whatever a change makes a case page print differently is named as affected (seed %i)',
  (seed) => {
    const world = new World(snapshotOf())
    const context = { world, statistics: new Statistics(world) }
    const edits = new RandomEdits(world, seed)
    const take = (change: Change) => {
      world.apply(change)
      context.statistics.update([change])
    }
    const printed = () =>
      new Map(
        caseKind.paths(context).map((path): [string, string] => {
          const params = { ...caseKind.pattern.exec(path)?.groups }
          return [path, canonicalJson(caseKind.view(params, context))]
        }),
      )
    edits.foundation().forEach(take)
    let before = printed()
    for (let i = 0; i < 150; i++) {
      const change = edits.next()
      take(change)
      const after = printed()
      const named = new Set(affectedPaths([caseKind], [change], context, false))
      const missed = [...new Set([...before.keys(), ...after.keys()])].filter(
        (path) => before.get(path) !== after.get(path) && !named.has(path),
      )
      expect(missed, `${change.table} ${change.key}`).toEqual([])
      before = after
    }
    world.snapshot.asOf = '2022-09-30'
    context.statistics.update([])
    const named = new Set(affectedPaths([caseKind], [], context, true))
    const after = printed()
    expect([...after.keys()].filter((p) => before.get(p) !== after.get(p) && !named.has(p))).toEqual([])
  },
)
