import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { changeOf, World } from '#domain/world/world'
import type { Context } from '../../../site/src/context.ts'
import { dutyKind } from '../../../site/src/duties/duty.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { snapshotOf } from '../../support/records/rows.ts'

test('a duty tells how to reach the department that leads it, as published, and is made anew when that changes', () => {
  const world = new World(snapshotOf())
  const context: Context = { world, statistics: new Statistics(world) }
  for (const change of new RandomEdits(world, 4).foundation()) world.apply(change)
  const viewOf = (code: string) => dutyKind.view({ code }, context)
  const codes = world.all('duties').map((d) => d.code)
  expect(codes.length).toBeGreaterThan(1)
  const lines = [{ label: '值班室', number: '0791-88881111', hours: '24小时' }]
  for (const key of world.keys('departments')) {
    const row = world.need('departments', key)
    const before = new Map(codes.map((code) => [code, JSON.stringify(viewOf(code))]))
    const change = changeOf('departments', key, { before: row, after: { ...row, contacts: lines } })
    world.apply(change)
    const changed = codes.filter((code) => JSON.stringify(viewOf(code)) !== before.get(code))
    const led = world.all('duties').filter((d) => d.lead === key)
    expect(changed.sort(), key).toEqual(led.map((d) => d.code).sort())
    expect(dutyKind.affectedBy(change, context, [change]).sort(), key).toEqual(
      changed.map((code) => `duties/${code}.html`),
    )
    for (const { code } of led) expect(viewOf(code)?.lead.contacts).toEqual(lines)
  }
})
