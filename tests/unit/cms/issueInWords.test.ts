import { expect, test } from 'vitest'
import { caseFields, caseRecord } from '#domain/case'
import { issueInWords } from '../../../cms/src/snapshot/issueInWords.ts'
import { caseRow } from '../../support/rows.ts'

/** What an editor is told of a case whose timeline has this third event. */
function told(event: object): string[] {
  const { timeline, ...row } = caseRow(1, { changedOn: '2026-11-28' })
  const broken = { ...row, timeline: timeline.toSpliced(2, 1, event as never) }
  return (caseRecord.safeParse(broken).error?.issues ?? []).map((i) =>
    issueInWords(caseFields, i.path.join('.'), i.message),
  )
}

test('an editor is told which event is wrong, once, and what to do', () => {
  expect(told({ kind: 'arrival', at: '2022-05-31', department: 'd-one' })).toEqual([
    '经过第3条：时间 2022-05-31 早于第2条的 2022-06-01T10:00+08:00',
  ])
  expect(told({ kind: 'progress', at: '1022-06' })).toContain('经过第3条的时间：年份要在 1949 到 2100 之间')
  const ahead = { ...caseRow(1), changedOn: '2022-06-08' }
  const issues = caseRecord.safeParse(ahead).error?.issues ?? []
  expect(issues.map((i) => issueInWords(caseFields, i.path.join('.'), i.message))).toEqual([
    '经过第5条：时间 2022-06-09T09:00+08:00 晚于填写的日子 2022-06-08：发生了再写',
  ])
})
