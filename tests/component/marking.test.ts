import { expect, test } from 'vitest'
import { excerptOf, foundIn, marked } from '../../site/src/search/found/marking.ts'
import { type Tree, textOf } from '../../site/src/search/tree.ts'
import { allOf } from '../support/search/treeParts.ts'

const marks = (trees: readonly Tree[] | null) => allOf(trees ?? [], 'mark').map(textOf)

test.each([
  ['楼道灯坏了', ['灯坏'], ['灯坏']],
  ['樓道燈壞了', ['楼道', '坏'], ['樓道', '壞']],
  ['编号ＷＳ－２０２２', ['ws-2022'], ['ＷＳ－２０２２']],
  ['外 墙 脱 落', ['外墙'], ['外 墙']],
  ['幼⼥受伤', ['女'], ['⼥']],
  ['𠮷祥里的𠮷', ['𠮷'], ['𠮷', '𠮷']],
])('words are marked as they are written in the text: %s', (text, words, expected) => {
  expect(marks(marked(text, words))).toEqual(expected)
  expect(textOf(marked(text, words))).toBe(text)
})

test('words that meet or overlap are one mark, and the same word is marked wherever it stands', () => {
  expect(marks(marked('外墙脱落，外墙', ['外墙脱落', '外墙', '墙脱']))).toEqual(['外墙脱落', '外墙'])
  expect(foundIn('路灯坏了', ['路', '灯'])).toEqual([{ from: 0, to: 2 }])
})

test('what stands in a record is shown as text and never becomes markup', () => {
  const trees = marked('<img src=x>漏水', ['漏水'])
  expect(trees[0]).toBe('<img src=x>')
  expect(allOf(trees, 'img')).toEqual([])
})

test('an excerpt is taken from the text that holds most of the words and shows them', () => {
  const long = `${'前面的话。'.repeat(30)}屋面渗漏，墙皮掉了${'，后面的话'.repeat(30)}`
  const excerpt = excerptOf(['只有墙皮', long, ''], ['屋面渗漏', '墙皮']) as Tree[]
  expect(marks(excerpt)).toEqual(['屋面渗漏', '墙皮'])
  expect(textOf(excerpt).length).toBeLessThan(90)
  expect(textOf(excerpt)).toMatch(/^……[^…]+……$/)
})

test('a short text is its own excerpt, and without a text there is none', () => {
  expect(textOf(excerptOf(['水管爆了'], ['水管']) as Tree[])).toBe('水管爆了')
  expect(excerptOf(['', ''], ['水管'])).toBeNull()
})

test('where no word stands in any text, the excerpt is what says most', () => {
  const texts = ['青桐社区（演示）', '三楼到五楼的灯都不亮，老人夜里摸黑上楼。', '已办结']
  expect(textOf(excerptOf(texts, ['核酸']) as Tree[])).toBe(texts[1])
})
