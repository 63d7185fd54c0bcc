import { describe, expect, test } from 'vitest'
import type { Answer, AskedWord, Hit, HitDocument } from '#domain/search/index/answer'
import { foundBands, isNamed } from '../../site/src/search/foundView.ts'
import { foundWords } from '../../site/src/search/foundWords.ts'
import { hitEntry } from '../../site/src/search/hitEntry.ts'
import { hitGroups } from '../../site/src/search/hitGroups.ts'
import { textOf } from '../../site/src/search/tree.ts'
import { allOf } from '../support/treeParts.ts'

const word = (text: string, count: number | null): AskedWord => ({
  text,
  count,
  quoted: false,
  isExact: true,
})
const hit = (ordinal: number, more: Partial<Hit> = {}): Hit => ({
  ordinal,
  table: 'cases',
  scope: 'sample',
  holds: true,
  score: 1,
  ...more,
})
const answer = (more: Partial<Answer> = {}): Answer => ({
  asked: { text: '漏水', most: 300 },
  words: [word('漏水', 2)],
  total: { count: 2, isExact: true },
  byTable: { cases: 2 },
  hits: [hit(1), hit(2)],
  hasMore: false,
  duties: new Map(),
  marks: ['漏水'],
  holding: null,
  ...more,
})
const documentOf = (ordinal: number, more: Partial<HitDocument> = {}): HitDocument => ({
  ordinal,
  table: 'cases',
  scope: 'sample',
  key: `DEMO-2022-00000${ordinal}`,
  path: `cases/2022/0000/${ordinal}.html`,
  title: '楼上漏水',
  line: '已结案',
  ...more,
})

describe('the sentence about what was found', () => {
  test('says a number only where it is one, and 约 only where it is not exact', () => {
    expect(foundWords(answer())).toBe('找到2条。')
    expect(foundWords(answer({ total: { count: 633, isExact: false } }))).toBe('找到约633条。')
    expect(foundWords(answer({ total: null }))).not.toMatch(/\d/)
  })

  test('says of a word that nothing holds that nothing holds it, and calls what is near so', () => {
    const unheld = answer({ words: [word('核酸', 0)], total: { count: 0, isExact: true } })
    expect(foundWords(unheld)).toBe('没有一件写着“核酸”。下面是相近的。')
    expect(foundWords({ ...unheld, hits: [] })).toBe('没有一件写着“核酸”。')
    expect(foundWords({ ...unheld, words: [word('核酸', 0), word('漏水', 9)] })).not.toMatch(/\d/)
  })

  test('says when no record holds all words together, and how typed letters were read', () => {
    const apart = answer({ words: [word('漏水', 2), word('电梯', 3)], total: { count: 0, isExact: true } })
    expect(foundWords(apart)).toContain('没有一件同时写着“漏水”“电梯”。')
    expect(foundWords(answer({ reading: '楼下漏水' }))).toContain('读作“楼下漏水”')
  })
})

describe('the groups of hits', () => {
  const mixed = answer({
    total: { count: 6, isExact: true },
    hits: [
      hit(1),
      hit(2, { table: 'departments' }),
      hit(3, { scope: 'real' }),
      hit(4, { table: 'duties', scope: 'real' }),
      hit(5, { table: 'duties', holds: false, scope: 'real' }),
      hit(6, { table: 'duties', holds: true }),
    ],
  })

  test('stand in their order, real cases before invented ones, what holds the words before what is near', () => {
    const groups = hitGroups(mixed, new Set())
    expect(groups.map((g) => g.title)).toEqual(['登记和报道的事项', '演示事项', '权责事项', '部门'])
    expect(groups[2]?.hits.map((h) => h.ordinal)).toEqual([4, 6, 5])
    expect(groups.map((g) => g.isSample)).toEqual([false, true, false, true])
  })

  test('count what holds the words and nothing else, also what is shown elsewhere', () => {
    expect(hitGroups(mixed, new Set()).map((g) => g.count)).toEqual([1, 1, 2, 1])
    const elsewhere = hitGroups(mixed, new Set([4]))
    expect(elsewhere[2]?.hits.map((h) => h.ordinal)).toEqual([6, 5])
    expect(elsewhere[2]?.count).toBe(2)
  })

  test('have no number where there are more hits than are here, or where the total is not exact', () => {
    for (const partly of [{ hasMore: true }, { total: null, byTable: null }])
      expect(hitGroups({ ...mixed, ...partly }, new Set()).map((g) => g.count)[0]).toBeNull()
  })

  test('are drawn with their numbers, their marks and a button for the rest', () => {
    const hits = Array.from({ length: 9 }, (_, i) => hit(i))
    const whole = answer({ hits, total: { count: 9, isExact: true } })
    const documents = new Map(hits.map((h) => [h.ordinal, documentOf(h.ordinal)]))
    const [band] = foundBands(hitGroups(whole, new Set()), {
      answer: whole,
      documents,
      shown: {},
      excerpts: new Map(),
    })
    expect(textOf(band as never)).toMatch(/^演示事项 演示9件/)
    expect(allOf(band as never, 'li')).toHaveLength(3)
    expect(allOf(band as never, 'button').map(textOf)).toEqual(['再看其余6条'])
    const more = foundBands(hitGroups(whole, new Set()), {
      answer: whole,
      documents,
      shown: { sample: 13 },
      excerpts: new Map(),
    })
    expect(allOf(more, 'li')).toHaveLength(9)
    expect(allOf(more, 'button')).toEqual([])
  })
})

describe('one hit', () => {
  test('links its page and marks the words, and an invented record cannot be shown without its mark', () => {
    const entry = hitEntry(hit(1), documentOf(1), ['漏水'], null)
    expect(allOf(entry, 'a').map((a) => a.attributes.href)).toEqual(['cases/2022/0000/1.html'])
    expect(allOf(entry, 'mark').map(textOf)).toEqual(['漏水'])
    expect(entry.attributes['data-origin']).toBe('sample')
    expect(textOf(entry)).toContain('演示')
    const real = hitEntry(hit(1), documentOf(1, { scope: 'real' }), [], null)
    expect(real.attributes['data-origin']).toBeUndefined()
    expect(textOf(real)).not.toContain('演示')
  })

  test('that does not hold the words is called near', () => {
    expect(textOf(hitEntry(hit(1, { holds: false }), documentOf(1), [], null))).toContain('相近')
    expect(textOf(hitEntry(hit(1), documentOf(1), [], null))).not.toContain('相近')
  })

  test.each(['demo-2022-000001', 'ＤＥＭＯ－2022-000001', '樓上漏水', ' 楼上漏水 '])(
    'is called so by its number or title, however it was typed: %s',
    (text) => {
      expect(isNamed(documentOf(1), text)).toBe(true)
      expect(isNamed(documentOf(1), `${text}吗`)).toBe(false)
    },
  )
})
