import { expect, test } from 'vitest'
import { adminWords } from '../../../cms/src/words/adminWords.ts'
import { instantInWords } from '../../../cms/src/words/instantInWords.ts'

type Tree = { [name: string]: string | Tree }

const sentences = (tree: Tree, name = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${name}${key}`, value] as [string, string]]
      : sentences(value, `${name}${key}:`),
  )
const all = sentences(adminWords.translations as unknown as Tree)

test('the admin says one word for a concept, whatever the library calls it', () => {
  expect(all.length).toBeGreaterThan(500)
  const other = /取消发布|文档|条目|仪表板|集合|区块|电子邮件|登出|接管|垃圾箱|Payload|用户|先前发布|您/
  expect(all.filter(([, sentence]) => other.test(sentence))).toEqual([])
})

test('the admin has no English but the names of things, and no spaces within Chinese', () => {
  const bare = ([name, sentence]: [string, string]) =>
    [name, sentence.replace(/\{\{\w+\}\}|<[^>]*>/g, '')] as const
  const english = all.map(bare).filter(([, text]) => /[A-Za-z]{2,}/.test(text.replace(/\b(ID|URL)\b/g, '')))
  expect(english).toEqual([])
  const spaced = all.filter(([, text]) =>
    /[\u4e00-\u9fff] +(\{\{|<|[\u4e00-\u9fff])|\}\} +[\u4e00-\u9fff]/.test(text),
  )
  expect(spaced).toEqual([])
})

test('what the library puts into a sentence is still put into it', () => {
  const [, sentence] = all.find(([name]) => name === 'general:aboutToDelete') ?? []
  for (const part of ['{{label}}', '{{title}}', '<1>', '</1>']) expect(sentence).toContain(part)
})

test('a moment is told in Shanghai time', () => {
  expect(instantInWords('2026-11-27T16:30:12.571Z')).toBe('2026年11月28日 00:30')
})
