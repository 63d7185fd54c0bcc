import { describe, expect, test } from 'vitest'
import type { Answer, AskedWord, Hit, HitDocument } from '#domain/search/answer/answer'
import { foundBands, isNamed, nextOf } from '../../site/src/search/found/foundView.ts'
import { foundWords } from '../../site/src/search/found/foundWords.ts'
import { hitEntry } from '../../site/src/search/found/hitEntry.ts'
import { type HitGroup, hitGroups } from '../../site/src/search/found/hitGroups.ts'
import { textOf } from '../../site/src/search/tree.ts'
import { allOf } from '../support/search/treeParts.ts'

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
  leavesOver: false,
  total: { count: 2, isExact: true },
  byTable: { cases: 2 },
  casesByScope: { real: 0, sample: 2 },
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

  test('names the words that were counted where something of the question was not', () => {
    expect(foundWords(answer({ leavesOver: true }))).toBe('找到2条写着“漏水”的。')
    const two = answer({ leavesOver: true, words: [word('漏水', 2), word('电梯', 3)] })
    expect(foundWords({ ...two, total: { count: 1, isExact: false } })).toBe('找到约1条写着“漏水”“电梯”的。')
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
    const sifted = answer({
      asked: { text: '漏水', most: 300, facets: { state: ['handling'] } },
      total: { count: 0, isExact: true },
      hits: [],
    })
    expect(foundWords(sifted)).toBe('按选的筛选，没有一件写着“漏水”。')
    expect(foundWords(answer({ reading: '楼下漏水' }))).toContain('读作“楼下漏水”')
  })
})

/** An answer as bands, with every document there. */
function drawn(
  of: Answer,
  {
    shown = {},
    documents = new Map(
      of.hits.map((h) => [h.ordinal, documentOf(h.ordinal, { table: h.table, scope: h.scope })]),
    ),
    elsewhere = new Set<number>(),
  }: { shown?: Record<string, number>; documents?: Map<number, HitDocument>; elsewhere?: Set<number> } = {},
) {
  return foundBands(hitGroups(of, elsewhere), { answer: of, documents, shown, excerpts: new Map() })
}

describe('the groups of hits', () => {
  const mixed = answer({
    total: { count: 5, isExact: true },
    byTable: { cases: 2, departments: 1, duties: 2 },
    casesByScope: { real: 1, sample: 1 },
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

  test('have no number where there is no total', () => {
    const none = { ...mixed, total: null, byTable: null, casesByScope: null }
    expect(hitGroups(none, new Set()).map((g) => g.count)).toEqual([null, null, null, null])
  })

  test('split the total, also where there are more hits than are here and where it is not exact', () => {
    const many = answer({
      hits: [...Array.from({ length: 30 }, (_, i) => hit(i)), hit(40, { scope: 'real' })],
      hasMore: true,
      total: { count: 633, isExact: false },
      byTable: { cases: 633 },
      casesByScope: { real: 33, sample: 600 },
    })
    const text = textOf(drawn(many, { shown: { sample: 30 } }))
    expect(text).toContain('约33件')
    expect(text).toContain('约600件')
    expect(text).toContain('只列最像的30条')
  })

  test('that are only near stand after those that hold the words, and are called so', () => {
    const nearReal = answer({ hits: [hit(1), hit(2), hit(3, { scope: 'real', holds: false })] })
    const groups = hitGroups(nearReal, new Set())
    expect(groups.map((g) => g.id)).toEqual(['sample', 'real'])
    expect(textOf(drawn(nearReal))).toMatch(/演示事项 演示2件.*登记和报道的事项相近/s)
    const nearCases = answer({
      hits: [hit(5, { table: 'departments' }), hit(1, { holds: false })],
      byTable: { departments: 1 },
      casesByScope: { real: 0, sample: 0 },
    })
    expect(drawn(nearCases).map((band) => band.attributes.id)).toEqual(['zu-rest', 'zu-sample'])
  })

  test('break where what holds the words ends: 再看 stops there, and says what it goes on with', () => {
    const hits = Array.from({ length: 20 }, (_, i) => hit(i, { holds: i < 6 }))
    const few = answer({ hits, total: { count: 6, isExact: true }, casesByScope: { real: 0, sample: 6 } })
    const [group] = hitGroups(few, new Set()) as [HitGroup]
    expect([3, 6, 16].map((standing) => nextOf(group, standing))).toEqual([6, 16, 20])
    const at = (sample: number) => drawn(few, { shown: { sample } })
    expect(allOf(at(3), 'button').map(textOf)).toEqual(['再看其余3条'])
    expect(textOf(at(6))).not.toContain('下面是相近的')
    expect(allOf(at(6), 'button').map(textOf)).toEqual(['再看10条相近的'])
    expect(textOf(at(16)).split('下面是相近的')).toHaveLength(2)
    expect(allOf(at(16), 'ul').map((list) => allOf(list, 'li').length)).toEqual([6, 10])
  })

  test('that are not fetched yet offer as many as the number beside them says', () => {
    const hits = Array.from({ length: 7 }, (_, i) => hit(i, { table: 'duties', holds: i < 6 }))
    const duties = answer({ hits, total: { count: 6, isExact: true }, byTable: { duties: 6 } })
    const waiting = (elsewhere: number[]) =>
      textOf(drawn(duties, { documents: new Map(), elsewhere: new Set(elsewhere) }))
    expect(waiting([])).toMatch(/6条看这6条$/)
    expect(waiting([0])).toMatch(/6条看另5条$/)
  })

  test('are drawn with their numbers, their marks and a button for the rest', () => {
    const hits = Array.from({ length: 9 }, (_, i) => hit(i))
    const whole = answer({
      hits,
      total: { count: 9, isExact: true },
      byTable: { cases: 9 },
      casesByScope: { real: 0, sample: 9 },
    })
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
