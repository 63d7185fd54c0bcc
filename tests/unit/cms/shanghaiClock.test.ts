import { afterAll, expect, test } from 'vitest'
import { keepShanghaiTime } from '../../../cms/src/words/shanghaiClock.ts'

const native = Intl.DateTimeFormat
afterAll(() => {
  Intl.DateTimeFormat = native
})

test('what names no zone is told in Shanghai time, what names one in that', () => {
  keepShanghaiTime()
  const hour = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', ...options }).format(
      new Date('2026-11-28T03:00:00Z'),
    )
  expect(hour({})).toBe('11')
  expect(hour({ timeZone: undefined })).toBe('11')
  expect(hour({ timeZone: 'UTC' })).toBe('03')
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe('Asia/Shanghai')
})
