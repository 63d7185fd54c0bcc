import { expect, test } from 'vitest'
import { HeldBack } from '../../../scripts/release/turn/heldBack.ts'

test('a record that is held back stays in the status until somebody touches it, whatever else is published', () => {
  const held = new HeldBack()
  held.begin(null)
  held.hold({ table: 'cases', key: 'WS-2022-000001', reason: '标题太长' })
  held.hold({ table: 'site-settings', key: 'site-settings', reason: '名称太长' })
  held.begin(['cases/WS-2022-000002'])
  held.hold({ table: 'site-settings', key: 'site-settings', reason: '名称太长' })
  expect(held.words().held.map((p) => p.key)).toEqual(['WS-2022-000001', 'site-settings'])
  expect(held.ofAttempt()).toHaveLength(1)
  held.begin(['cases/WS-2022-000001'])
  expect(held.words()).toEqual({ reason: null, held: [] })
})
