import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { canonicalJson } from '#domain/records/snapshot'
import { type Change, World } from '#domain/world/world'
import type { Context, PageKind } from '../../../site/src/context.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { RECORD_KINDS } from '../../../site/src/render/recordKinds.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { snapshotOf } from '../../support/records/rows.ts'

const kinds: readonly PageKind[] = Object.values(RECORD_KINDS)

/** Every page of the record kinds that exists, as the text that its hash is made from. */
function printed(context: Context): Map<string, string> {
  return new Map(
    kinds.flatMap((kind) =>
      kind.paths(context).map((path): [string, string] => {
        const params = { ...kind.pattern.exec(path)?.groups }
        return [path, canonicalJson(kind.view(params, context))]
      }),
    ),
  )
}

function differing(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((p) => before.get(p) !== after.get(p))
}

function start(seed: number) {
  const world = new World(snapshotOf())
  const context = { world, statistics: new Statistics(world) }
  const edits = new RandomEdits(world, seed)
  const take = (change: Change) => {
    world.apply(change)
    context.statistics.update([change])
  }
  edits.foundation().forEach(take)
  return { world, context, edits, take }
}

test.each([1, 2, 3])('whatever a change makes print differently is named as affected (seed %i)', (seed) => {
  const { context, edits, take } = start(seed)
  let before = printed(context)
  for (let i = 0; i < 250; i++) {
    const change = edits.next()
    take(change)
    const after = printed(context)
    const named = new Set(affectedPaths(kinds, [change], context, false))
    const missed = differing(before, after).filter((path) => !named.has(path))
    expect(missed, `${change.table} ${change.key}`).toEqual([])
    before = after
  }
})

test('whatever a new as-of day makes print differently is named as counted to it', () => {
  const { world, context, edits, take } = start(5)
  for (let i = 0; i < 120; i++) take(edits.next())
  const before = printed(context)
  world.snapshot.asOf = '2022-09-30'
  context.statistics.update([])
  const named = new Set(affectedPaths(kinds, [], context, true))
  const changed = differing(before, printed(context))
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.filter((path) => !named.has(path))).toEqual([])
})

test('every address is read back by exactly one kind of record page', () => {
  const { context, edits, take } = start(9)
  for (let i = 0; i < 120; i++) take(edits.next())
  for (const kind of kinds)
    for (const path of kind.paths(context))
      expect(
        kinds.filter((k) => k.pattern.test(path)),
        path,
      ).toEqual([kind])
})
