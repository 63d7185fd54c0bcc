import { expect, test } from 'vitest'
import { caseAdded, caseOfEvents } from '#domain/published/caseColumns'
import { World } from '#domain/world/world'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

test('the month of a case and of its events is that of its whistle, whenever it was closed', () => {
  const c = caseRow(1, {
    timeline: [
      { kind: 'whistle', at: '2022-05-31' },
      { kind: 'closure', at: '2022-06-20' },
    ],
  })
  const world = new World(snapshotOf(c))
  expect(caseAdded(c, world)).toMatchObject({
    month: '2022-05',
    whistledAt: '2022-05-31',
    closedAt: '2022-06-20',
  })
  expect(caseOfEvents(c, world)).toMatchObject({ month: '2022-05' })
})
