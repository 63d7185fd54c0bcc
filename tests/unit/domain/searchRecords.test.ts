import { expect, test } from 'vitest'
import { searchRecordOf } from '#domain/searchRecords'
import { putRow, World } from '#domain/world'
import { areaRow, caseRow, departmentRow, snapshotOf } from '../../support/rows.ts'

const days = { origin: 'record', publishedOn: '2022-06-01', changedOn: '2022-06-01' } as const
const duty = {
  code: '1-1',
  title: '外墙脱落',
  category: 1,
  lead: 'd-one',
  responsible: [],
  basis: [],
  wordings: ['墙皮掉了'],
  ...days,
}

function world() {
  const snapshot = snapshotOf(
    caseRow(1, { duties: ['1-1'], area: 'a-two', title: '小区掉砖', internalNote: '不公开' } as never),
  )
  putRow(snapshot, 'departments', departmentRow('d-one', { name: '城建' }))
  putRow(snapshot, 'areas', areaRow('a-one', { name: '梧桐镇', level: 'town' }))
  putRow(snapshot, 'areas', areaRow('a-two', { name: '青桐社区', parent: 'a-one' }))
  putRow(snapshot, 'duties', duty)
  return new World(snapshot)
}

test('a case is found by everyday words of its duty, its places and its departments', () => {
  const w = world()
  const record = searchRecordOf('cases', w.need('cases', 'WS-2022-000001'), w, true)
  for (const word of ['墙皮掉了', '外墙脱落', '青桐社区', '梧桐镇', '城建', 'WS-2022-000001'])
    expect(record.content).toContain(word)
  expect(record.url).toBe('cases/2022/0000/WS-2022-000001.html')
})

test('a case can be filtered by kind of record, state and every place above it', () => {
  const w = world()
  const { filters, meta } = searchRecordOf('cases', w.need('cases', 'WS-2022-000001'), w, true)
  expect(filters.类型).toEqual(['事项'])
  expect(filters.状态).toEqual(['已结案'])
  expect(filters.地方?.toSorted()).toEqual(['梧桐镇', '青桐社区'].toSorted())
  expect(meta.state).toBe('已结案')
})

test('only what is public goes into the index', () => {
  const w = world()
  expect(JSON.stringify(searchRecordOf('cases', w.need('cases', 'WS-2022-000001'), w, true))).not.toContain(
    '不公开',
  )
})

test('an invented record says so in its hit, a real one does not', () => {
  const w = world()
  const c = w.need('cases', 'WS-2022-000001')
  const invented = { ...c, reference: 'DEMO-2022-000001', origin: 'sample' as const }
  expect(searchRecordOf('cases', c, w, true).meta.sample).toBe('')
  expect(searchRecordOf('cases', invented, w, true).meta.sample).toBe('演示')
})
