import { expect, test } from 'vitest'
import { difference } from '#domain/changes/difference'
import { everyPart, figureDifferences, figuresNow } from '#domain/figures/figureDifference'
import { Statistics } from '#domain/figures/statistics'
import type { Snapshot } from '#domain/records/snapshot'
import { type Change, World } from '#domain/world/world'
import { rounds, seedNumber } from '../../support/generated.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { snapshotOf } from '../../support/records/rows.ts'

const EDITS = rounds(60, 600)

/** A copy that later edits of the world leave alone. */
const copyOf = (snapshot: Snapshot): Snapshot => structuredClone(snapshot)

test('two snapshots differ in exactly the records that were edited between them, whatever came, changed or went', () => {
  const world = new World(snapshotOf())
  const edits = new RandomEdits(world, seedNumber('difference of snapshots'))
  for (const change of edits.foundation()) world.apply(change)
  for (let i = 0; i < EDITS; i++) {
    const before = copyOf(world.snapshot)
    const net = new Map<string, Change>()
    for (let k = 0; k <= i % 4; k++) {
      const change = edits.next()
      world.apply(change)
      net.set(`${change.table} ${change.key}`, change)
    }
    const found = difference(before, copyOf(world.snapshot))
    const really = [...net.values()].filter(({ table, key }) => {
      const was = before.tables[table].get(key)
      return JSON.stringify(was) !== JSON.stringify(world.get(table, key))
    })
    expect(found.records.map(({ table, key }) => `${table} ${key}`).sort()).toEqual(
      really.map(({ table, key }) => `${table} ${key}`).sort(),
    )
    for (const { table, key, before: was, after, changes } of found.records) {
      expect(was).toEqual(before.tables[table].get(key))
      expect(after).toEqual(world.get(table, key))
      if (was && after)
        expect(changes.every(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))).toBe(true)
    }
    expect(difference(before, before)).toEqual({ records: [], globals: [], asOf: null })
  }
})

test('a day and a setting that are others are said, with what they were', () => {
  const before = snapshotOf()
  const after = { ...copyOf(before), asOf: '2023-01-02' }
  after.settings = { ...after.settings, organiser: '另一个主办单位' }
  const found = difference(before, after)
  expect(found.asOf).toEqual({ before: before.asOf, after: '2023-01-02' })
  expect(found.globals).toMatchObject([
    {
      global: 'site-settings',
      changes: [{ path: 'organiser', from: before.settings.organiser, to: '另一个主办单位' }],
    },
  ])
  expect(found.records).toEqual([])
})

test('the figures that an edit changes all lie in the parts that it is said to touch', () => {
  const world = new World(snapshotOf())
  const edits = new RandomEdits(world, seedNumber('figures of edits'))
  for (const change of edits.foundation()) world.apply(change)
  const statistics = new Statistics(world)
  let apart = 0
  for (let i = 0; i < EDITS; i++) {
    const before = figuresNow(statistics, everyPart(statistics))
    const change = edits.next()
    const touched = statistics.touchedBy(() => {
      world.apply(change)
      statistics.update([change])
    })
    const whole = [
      ...new Set([...everyPart(statistics), ...[...before.values()].map((f) => `${f.scope} ${f.part}`)]),
    ]
    const names = (parts: readonly string[]) =>
      figureDifferences(before, figuresNow(statistics, parts)).map(
        (f) => `${f.metric.id} ${f.scope} ${f.part}`,
      )
    expect(names(touched).sort()).toEqual(names(whole).sort())
    apart += names(whole).length
  }
  expect(apart).toBeGreaterThan(EDITS)
})
