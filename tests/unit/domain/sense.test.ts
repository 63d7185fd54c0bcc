import { expect, test } from 'vitest'
import type { Case } from '#domain/records/case'
import { senseFaults } from '#domain/records/sense'
import type { Row } from '#domain/records/snapshot'
import type { Event } from '#domain/records/timeline'
import { areaRow, caseRow, departmentRow, dutyRow } from '../../support/records/rows.ts'

const came: Event = { kind: 'arrival', at: '2022-06-03', department: 'd-two' }
const withEvent = (event: Event): Case => {
  const c = caseRow(1)
  return { ...c, timeline: c.timeline.toSpliced(3, 0, event) }
}
const notice: Row<'notices'> = {
  number: 'TX-2022-0007',
  kind: 'reminder',
  issuer: '指挥部',
  recipient: 'd-one',
  issuedOn: '2022-06-10',
  origin: 'record',
  publishedOn: '2022-06-30',
  changedOn: '2022-06-30',
}
const fieldsOf = (table: Parameters<typeof senseFaults>[0], row: Parameters<typeof senseFaults>[1]) =>
  senseFaults(table, row).map(({ field }) => field)

test('a closed case says on what evidence it was closed', () => {
  expect(fieldsOf('cases', caseRow(1))).toEqual([])
  expect(fieldsOf('cases', caseRow(1, { evidence: [] }))).toEqual(['evidence'])
  const open = caseRow(1, { status: 'handling', evidence: [] })
  open.timeline = open.timeline.slice(0, 3)
  expect(fieldsOf('cases', open)).toEqual([])
})

test('an arrival is of a department that was called before, or says that nobody called it', () => {
  expect(fieldsOf('cases', withEvent(came))).toEqual(['timeline.3.department'])
  expect(fieldsOf('cases', withEvent({ ...came, unasked: true }))).toEqual([])
  expect(fieldsOf('cases', { ...withEvent(came), departments: ['d-two'] })).toEqual([])
  expect(fieldsOf('cases', withEvent({ ...came, department: 'd-one', unasked: true }))).toEqual([
    'timeline.3.unasked',
  ])
  const dispatched = withEvent(came)
  dispatched.timeline.splice(3, 0, { kind: 'dispatch', at: '2022-06-03', department: 'd-two' })
  expect(fieldsOf('cases', dispatched)).toEqual([])
  const tooLate = withEvent(came)
  tooLate.timeline.splice(4, 0, { kind: 'dispatch', at: '2022-06-03', department: 'd-two' })
  expect(fieldsOf('cases', tooLate)).toEqual(['timeline.3.department'])
})

test.each([
  ['TX', 'reminder'],
  ['JB', 'assignment'],
  ['DB', 'supervision'],
] as const)('a number that begins with %s is of a notice of its kind alone', (letters, kind) => {
  const number = `${letters}-2022-0007`
  for (const other of ['reminder', 'assignment', 'supervision'] as const)
    expect(fieldsOf('notices', { ...notice, number, kind: other })).toEqual(other === kind ? [] : ['kind'])
  expect(fieldsOf('notices', { ...notice, number: `DEMO-${number}`, kind, origin: 'sample' })).toEqual([])
})

test('a real record names no invented one, wherever it may name one', () => {
  expect(fieldsOf('areas', areaRow('a-one', { parent: 'demo-town' }))).toEqual(['parent'])
  const merged = departmentRow('d-one', { replacedBy: 'demo-two', replacedOn: '2022-06-20' })
  expect(fieldsOf('departments', merged)).toEqual(['replacedBy'])
  expect(fieldsOf('duties', dutyRow('1-1', { responsible: ['d-two', 'demo-two'] }))).toEqual([
    'responsible.1',
  ])
  expect(fieldsOf('notices', { ...notice, case: 'DEMO-2022-000001' })).toEqual(['case'])
  const told = withEvent({ kind: 'notice', notice: 'DEMO-TX-2022-0001', department: 'd-one' })
  expect(fieldsOf('cases', told)).toEqual(['timeline.3.notice'])
  expect(fieldsOf('areas', areaRow('demo-a', { parent: 'demo-town', origin: 'sample' }))).toEqual([])
})
