import { expect, test } from 'vitest'
import { readQuestion } from '../../../../content/domain/search/words/asked.ts'

const words = (text: string) => readQuestion(text).runs.map((run) => run.text)

test.each([
  ['天花板掉灰渣谁负责', ['天花板掉灰渣']],
  ['我们小区楼道的灯坏了怎么办', ['小区楼道', '灯坏']],
  ['请问楼上漏水，该找谁？', ['楼上漏水']],
  ['楼上 漏水', ['楼上', '漏水']],
  ['水 管 爆 了', ['水管爆']],
])('what is left of %s is what it is about', (text, left) => {
  expect(words(text)).toEqual(left)
})

test.each([
  '的士',
  '工地',
  '没有',
  '老人',
  '存在',
  '应急',
  '还建房',
  '业主大会',
  '一下雨',
  '二次供水',
  '红白喜事',
])('a word of its own is not torn by a stop word in it: %s', (word) => {
  expect(words(word)).toEqual([word])
})

test('a question of nothing but stop words is taken as it stands', () => {
  expect(words('谁负责')).toEqual(['谁负责'])
})

test('both kinds of quotation marks keep the very words, stop words too', () => {
  const asked = readQuestion('“我的 灯” "怎么办" 坏了')
  expect(asked.runs).toEqual([
    { text: '我的灯', quoted: true },
    { text: '怎么办', quoted: true },
    { text: '坏', quoted: false },
  ])
})

test('an empty or single quotation mark is punctuation', () => {
  expect(readQuestion('“”漏水“').runs).toEqual([{ text: '漏水', quoted: false }])
})

test('numbers and letters stay whole beside Han', () => {
  const asked = readQuestion("ＷＳ－2022-001234 的 DEMO-3–47，lou下xi'an 1.5米")
  expect(asked.letters).toEqual(['ws-2022-001234', 'demo-3-47', 'lou', "xi'an", '1.5'])
  expect(words('lou下漏shui')).toEqual(['下漏'])
})
