import type { Row, Snapshot } from '#domain/records/snapshot'
import { putRow } from '#domain/world/world'
import { GOLDEN_CASES } from './goldenCases.ts'
import { areaRow, departmentRow, snapshotOf } from './rows.ts'

const days = { origin: 'record', publishedOn: '2022-06-30', changedOn: '2022-06-30' } as const

function noticeRow(number: string, recipient: string, issuedOn: string): Row<'notices'> {
  const origin = number.startsWith('DEMO-') ? 'sample' : 'record'
  return {
    number,
    kind: 'reminder',
    issuer: '指挥部',
    recipient,
    issuedOn,
    origin,
    publishedOn: '2022-06-30',
    changedOn: '2022-06-30',
  }
}

/** The golden cases in their places, with three notices; counted to June 30, 2022. */
export function goldenSnapshot(): Snapshot {
  const snapshot = snapshotOf(...GOLDEN_CASES)
  for (const slug of ['d-two', 'd-three']) putRow(snapshot, 'departments', departmentRow(slug))
  for (const area of [
    areaRow('z-one', { level: 'zone' }),
    areaRow('t-one', { level: 'town', parent: 'z-one' }),
    areaRow('t-two', { level: 'office', parent: 'z-one' }),
    areaRow('a-one', { parent: 't-one' }),
    areaRow('a-two', { level: 'village', parent: 't-two' }),
  ])
    putRow(snapshot, 'areas', area)
  putRow(snapshot, 'duties', {
    code: '2-1',
    title: '路面坑洼',
    category: 2,
    lead: 'd-one',
    responsible: [],
    basis: [],
    wordings: ['路烂'],
    ...days,
  })
  putRow(snapshot, 'sources', {
    slug: 's-one',
    description: '一篇报道',
    publisher: '日报',
    authors: [],
    date: '2022-06',
    ...days,
  })
  for (const notice of [
    noticeRow('TX-2022-0001', 'd-one', '2022-06-15'),
    noticeRow('TX-2022-0002', 'd-two', '2022-05-31'),
    noticeRow('DEMO-TX-2022-0001', 'd-one', '2022-06-15'),
  ])
    putRow(snapshot, 'notices', notice)
  return snapshot
}
