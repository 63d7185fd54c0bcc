import { expect, test } from 'vitest'
import { asTyped } from '#domain/search/index/asTyped'
import { foundWords } from '../../../../site/src/search/found/foundWords.ts'

test.each([
  ['LED 灯坏了', 'led', 'LED'],
  ['漏 水', '漏水', '漏 水'],
  ['樓道燈壞了', '楼道灯坏', '樓道燈壞'],
  ['家里冇得水用', '没水', '冇得水'],
  ['屋里莫得电，又冇得水', '没水', '冇得水'],
  ['没得到补偿', '没得到', '没得到'],
  ['冇电', '没电', '冇电'],
])('what was asked in %j for %j was typed as %j', (question, word, typed) => {
  expect(asTyped(question)(word)).toBe(typed)
})

test('a word that nothing holds is named as it was typed', () => {
  const answer = {
    ...{ asked: { text: '冇得水', most: 1 }, byTable: null, casesByScope: null, hits: [], hasMore: false },
    ...{ words: [{ text: '没水', asked: '冇得水', quoted: false, count: 0, isExact: true }] },
    ...{ leavesOver: false, total: { count: 0, isExact: true }, duties: new Map(), marks: [], holding: null },
  }
  expect(foundWords(answer)).toBe('没有一件写着“冇得水”。')
})
