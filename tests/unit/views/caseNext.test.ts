import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { putRow, World } from '#domain/world/world'
import { caseKind } from '../../../site/src/case/case.ts'
import { caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

/** What can be dialled of those to ask about an open case, where its department has published a contact. */
function dialled(number?: string) {
  const c = caseRow(1, { status: 'handling', closedBy: undefined })
  const snapshot = snapshotOf(c)
  const contacts = number ? [{ label: '值班', number }] : []
  putRow(snapshot, 'departments', departmentRow('d-one', { contacts }))
  const world = new World(snapshot)
  const view = caseKind.view({ reference: c.reference }, { world, statistics: new Statistics(world) })
  return view?.next?.ask.map((asked) => asked.dial)
}

test('the number of the department to ask stands beside it where it has published one', () => {
  expect(dialled('值班电话0791-88886666，工作日9点到17点')).toEqual([
    [{ text: '0791-88886666', dial: '079188886666' }],
    [],
  ])
})

test('no number is given where none is published', () => {
  expect(dialled()).toEqual([[], []])
  expect(dialled('到服务大厅问')).toEqual([[], []])
})
