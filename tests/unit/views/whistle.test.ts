import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { frameOf } from '../../../site/src/frame/frame.ts'
import { phoneParts } from '../../../site/src/frame/phoneParts.ts'
import { whistleKind } from '../../../site/src/home/whistle.ts'
import { snapshotOf } from '../../support/records/rows.ts'

function headingsWith(settings: Record<string, string>): string[] {
  const snapshot = snapshotOf()
  Object.assign(snapshot.settings, settings)
  const world = new World(snapshot)
  const view = whistleKind.view({}, { world, statistics: new Statistics(world) })
  return view?.slots.map((slot) => slot.heading) ?? []
}

test('a part of 怎样吹哨 that the office has not written is left out; what happens next is always there', () => {
  expect(headingsWith({})).toEqual(['接下来会怎样'])
  expect(headingsWith({ whistleNobody: '打电话。', whistleWho: '村社。' })).toEqual([
    '谁可以吹哨',
    '接下来会怎样',
    '没人来怎么办',
  ])
})

test('the foot has a line for each that the settings give, and no other', () => {
  const snapshot = snapshotOf()
  const lines = () => frameOf('index.html', { title: '首页', description: '首页' }, new World(snapshot)).foot
  expect(lines()).toEqual([])
  Object.assign(snapshot.settings, {
    complaints: '0791-88888888',
    errorReport: 'https://example.gov.cn/find',
  })
  expect(lines()).toEqual([
    { label: '投诉监督', text: '0791-88888888' },
    { label: '我为政府网站找错', text: '', href: 'https://example.gov.cn/find' },
  ])
})

test.each([
  ['值班室 0791-88161234，工作日', ['079188161234']],
  ['12345 或 400-123-4567', ['12345', '4001234567']],
  ['编号 20220791881612345，2022年', []],
])('the numbers in “%s” can be dialled, and nothing else', (line, dials) => {
  expect(phoneParts(line).flatMap((part) => part.dial ?? [])).toEqual(dials)
  expect(
    phoneParts(line)
      .map((part) => part.text)
      .join(''),
  ).toBe(line)
})
