import { expect, test } from 'vitest'
import type { z } from 'zod'
import { caseFields, caseRecord } from '#domain/records/case'
import { TABLE_NAMES, TABLES } from '#domain/records/snapshot'
import { issueInWords } from '../../../cms/src/snapshot/issueInWords.ts'
import { messageOf } from '../../../cms/src/snapshot/missingValues.ts'
import { caseRow } from '../../support/records/rows.ts'

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
    '经过第5条的时间：2022-06-09T09:00+08:00 晚于填写的日子 2022-06-08：发生了再写',
  ])
})

test.each(TABLE_NAMES)(
  '%s: what is missing is told as not filled in, choices too; what is wrong is not',
  (table) => {
    const schema = TABLES[table].schema as z.ZodObject
    for (const value of [undefined, null, 'nonsense']) {
      const row = Object.fromEntries(
        Object.entries(schema.shape)
          .filter(([, field]) => !(field as z.ZodType).safeParse(value).success)
          .filter(([, field]) => value !== null || !(field as z.ZodType).safeParse(undefined).success)
          .map(([name]) => [name, value]),
      )
      for (const issue of schema.safeParse(row).error?.issues ?? []) {
        const name = issue.path.join('.')
        const words = issueInWords(schema, name, messageOf(issue, row))
        expect([table, name, words.includes('没有填')]).toEqual([table, name, row[name] !== 'nonsense'])
      }
    }
  },
)

test('a photo and an event without their choice are told so', () => {
  const row = { ...caseRow(1), photos: [{ file: `${'0'.repeat(64)}.webp`, width: 1, height: 1, alt: '墙' }] }
  const events = row.timeline.map(({ kind: _, ...event }) => event)
  const candidate = { ...row, timeline: events.slice(0, 1) }
  const told = (caseFields.safeParse(candidate).error?.issues ?? []).map((issue) =>
    issueInWords(caseFields, issue.path.join('.'), messageOf(issue, candidate)),
  )
  expect(told).toContain('照片第1条的先后：没有填')
  expect(told).toContain('经过第1条的事件：没有填')
})
