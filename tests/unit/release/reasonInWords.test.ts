import { expect, test } from 'vitest'
import { reasonInWords } from '../../../scripts/release/told/reasonInWords.ts'

const query = (cause?: Error) =>
  new Error('Failed query: insert into "history_chain" values (?)\nparams: 13812345678', { cause })

test('a full disk is a full disk however deep an error tells it', () => {
  const full = new Error('SQLITE_FULL: database or disk is full')
  for (const error of [full, query(full), new Error('第二步没有做成', { cause: query(full) })])
    expect(reasonInWords(error)).toContain('磁盘满了')
})

test('the status says why, and never a query with the values of records', () => {
  expect(reasonInWords(query(new Error('no such table: history_chain')))).toBe('no such table: history_chain')
  expect(reasonInWords(query())).not.toMatch(/13812345678|insert/)
  expect(reasonInWords(new Error('事项缺地方', { cause: new Error('inner') }))).toBe('事项缺地方')
  expect(reasonInWords('停下了')).toBe('停下了')
})
