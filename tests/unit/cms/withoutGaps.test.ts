import { expect, test } from 'vitest'
import { TABLES } from '#domain/records/snapshot'
import { withoutGaps } from '../../../cms/src/rehearsal/withoutGaps.ts'
import { caseRow } from '../../support/records/rows.ts'

const row = caseRow(1, { title: '写好的标题' })
const shape = TABLES.cases.schema

test('a text that is missing says so itself, and the rest of the page stays as it was written', () => {
  const { row: made, gaps } = withoutGaps('cases', { ...row, title: undefined }, null)
  expect(made).toEqual({ ...row, title: '〔标题：还没有填〕' })
  expect(gaps).toEqual(['标题：没有填'])
})

test('an event that is not complete is left out, and said', () => {
  const timeline = [...row.timeline, { kind: 'arrival', at: '2022-06-99' }]
  const { row: made, gaps } = withoutGaps('cases', { ...row, timeline }, null)
  expect(made).toEqual(row)
  expect(gaps.join()).toContain(`经过第${timeline.length}条`)
})

test('what cannot be said in words is as readers have it now; where they have nothing there is no page', () => {
  const gone = { ...row, area: undefined }
  expect(withoutGaps('cases', gone, row).row).toEqual(row)
  expect(withoutGaps('cases', gone, null)).toEqual({ row: null, gaps: ['地方：没有填'] })
})

test('whatever a form lacks, what comes out can be shown, or it is said why there is no page', () => {
  for (const name of Object.keys(row))
    for (const value of [undefined, null, '', 7, [], [{}]]) {
      const { row: made, gaps } = withoutGaps('cases', { ...row, [name]: value }, null)
      if (made) expect(shape.safeParse(made).success).toBe(true)
      else expect(gaps.length).toBeGreaterThan(0)
    }
})
