import { beforeAll, describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { findDuties } from '#domain/search/duties/findDuties'
import type { DutyBook } from '#domain/search/dutyBook'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { emptySnapshot, World } from '#domain/world/world'
import { seedSettings } from '../../../../content/seed/records.ts'
import { evaluateDuties, evaluateNames } from '../../../search/evaluateDuties.ts'
import { sampleWorld } from '../../../support/search/searchIndexOf.ts'

let book: DutyBook
beforeAll(async () => {
  const world = await sampleWorld(300)
  book = makeDutyBook(world, new Statistics(world))
})

const titles = (question: string, from = book) => {
  const { best, also } = findDuties(from, question)
  return [best, ...also].flatMap((found) => (found ? [found.duty.title] : []))
}
const without = (change: (duty: DutyBook['duties'][number]) => DutyBook['duties'][number]): DutyBook => ({
  ...book,
  duties: book.duties.map(change),
})

test.each([
  ['下水井盖子丢了', '井盖缺失'],
  ['包工头不发工资', '拖欠工资'],
  ['水管爆了', '供水管网爆漏'],
  ['樓道燈壞了', '楼道照明不亮'],
  ['louxialoushui', '屋面渗漏'],
  ['lou xia loushui zenmeban', '屋面渗漏'],
  ['lxls', '屋面渗漏'],
  ['huanjianfang', '安置房交付'],
  ['wqtl', '外墙脱落'],
  ['lou道deng坏了', '楼道照明不亮'],
  ['ｌｕｄｅｎｇ不亮', '路灯不亮'],
  ['路登不亮', '路灯不亮'],
  ['占道卖菜堵得车过不去', '占道经营'],
  ['井盖缺矢', '井盖缺失'],
  ['梯电困人', '电梯困人隐患'],
  ['违法建搭', '违法搭建'],
  ['外墙脱', '外墙脱落'],
  ['⼥⼉⼭墙掉砖', '外墙脱落'],
])('%s leads to %s first', (question, title) => {
  expect(titles(question)[0]).toBe(title)
})

test.each(['3-47', 'DEMO-3-47', 'demo－3–47 归谁管'])(
  'the code %s finds its duty and no other',
  (question) => {
    const answer = findDuties(book, question)
    expect(answer).toMatchObject({ best: { duty: { code: 'DEMO-3-47' } }, also: [], isSure: true })
  },
)

test.each(['核酸', '你好', '高铁', 'q', 'zzz', '，。', ''])(
  'what the list says nothing of gets the categories and no duty: %j',
  (question) => {
    const answer = findDuties(book, question)
    expect(answer).toMatchObject({ best: null, also: [], isSure: false })
    expect(answer.categories).toHaveLength(7)
  },
)

test.each(['路灯坏了', '路邓坏了', '路登坏了'])('%s names every duty of street lamps', (question) => {
  expect(titles(question)).toEqual(expect.arrayContaining(['路灯不亮', '村庄路灯']))
})

test('nothing found by single characters stands above what holds the word', () => {
  const pairs = new Set(
    book.duties.flatMap(({ title }) =>
      Array.from({ length: title.length - 1 }, (_, i) => title.slice(i, i + 2)),
    ),
  )
  const wrong = [...pairs].filter((pair) => {
    const duty = findDuties(book, pair).best?.duty
    return duty && ![duty.title, ...duty.wordings, duty.covers].join().includes(pair)
  })
  expect(pairs.size).toBeGreaterThan(400)
  // What another word of the same group brought: 房屋 for 危房.
  expect(wrong.length / pairs.size).toBeLessThan(0.01)
})

test('what a duty does not cover brings nobody to it', () => {
  const named = without((duty) =>
    duty.code === 'DEMO-1-1' ? { ...duty, excludes: '章鱼打架归第2项。' } : duty,
  )
  expect(titles('章鱼打架', named)).toEqual(titles('章鱼打架'))
})

test('a real duty stands before the invented one that says the same', () => {
  const sample = book.duties.find((duty) => duty.code === 'DEMO-3-47') as DutyBook['duties'][number]
  const real = { ...sample, code: '3-47', scope: 'real' as const, wordings: [] }
  const both = { ...book, duties: [...book.duties, real] }
  expect(findDuties(both, '楼下饭店油烟太大').best?.duty.code).toBe('3-47')
  expect(findDuties(both, '3-47').best?.duty.code).toBe('3-47')
})

test('what was said is told where the list calls it otherwise, and only there', () => {
  expect(findDuties(book, '掉墙皮').best?.because).toEqual({ said: '掉墙皮', means: '外墙脱落' })
  for (const question of ['外墙脱落', '井盖丢了', '路登不亮', '噪音', '天花板掉灰渣', '油烟呛人'])
    expect(findDuties(book, question).best?.because, question).toBeUndefined()
})

test('it is sure of what the list says, and not of what only stands near', () => {
  expect(findDuties(book, '拖欠工资').isSure).toBe(true)
  for (const question of ['天花板掉灰渣谁负责', '卫生院', '噪音', '火车票', '没有暖气', '没有幼儿园'])
    expect(findDuties(book, question).isSure, question).toBe(false)
})

test('cases that were found vote for their duties', () => {
  const voted = findDuties(book, '噪音', new Map([['DEMO-3-44', 9]]))
  expect(voted.best?.duty.code).toBe('DEMO-3-44')
  expect(findDuties(book, '井盖丢了', new Map([['DEMO-3-44', 9]])).best?.duty.title).toBe('井盖缺失')
})

test('a word of 俗称词表 stands for the others, also in pinyin', () => {
  const taught = { ...book, synonyms: [{ term: '油烟', words: ['烏煙瘴氣爐'] }] }
  expect(titles('乌烟瘴气炉')[0]).not.toBe('餐饮油烟扰民')
  expect(titles('乌烟瘴气炉', taught)[0]).toBe('餐饮油烟扰民')
  expect(titles('wuyanzhangqilu', taught)[0]).toBe('餐饮油烟扰民')
})

test('a list that is not published finds nothing and still knows names', () => {
  const world = new World(emptySnapshot('2022-12-31', seedSettings))
  const empty = makeDutyBook(world, new Statistics(world))
  expect(findDuties(empty, '路灯不亮')).toMatchObject({ best: null, also: [], names: [] })
})

test('the answer is the same without the browser parts that not every browser has', () => {
  const told = titles('楼道的灯坏了好几天')
  const { Segmenter } = Intl
  try {
    Reflect.deleteProperty(Intl, 'Segmenter')
    Reflect.deleteProperty(globalThis, 'DecompressionStream')
    expect(titles('楼道的灯坏了好几天', structuredClone(book))).toEqual(told)
  } finally {
    Object.assign(Intl, { Segmenter })
  }
})

describe('questions as people put them, written without a look at the wordings', () => {
  test('the right duty comes first and among three as often as promised, in both halves', () => {
    for (const { set, half, first, firstThree, empty, sureRight } of evaluateDuties(book)) {
      const label = `${set} ${half}`
      expect(first, label).toBeGreaterThanOrEqual(set === 'everyday' ? 0.84 : 0.9)
      expect(firstThree, label).toBeGreaterThanOrEqual(0.93)
      expect(sureRight, label).toBeGreaterThanOrEqual(0.9)
      expect(empty, label).toBe(0)
    }
  })

  test('the name of a department or place gives its page first', () => {
    for (const { half, first } of evaluateNames(book)) expect(first, half).toBeGreaterThanOrEqual(0.9)
  })
})

test('found cases put no sure answer in doubt', () => {
  for (const { title, code } of book.duties.filter(({ title }) => title.length > 3)) {
    const byList = findDuties(book, title)
    if (!byList.isSure) continue
    const votes = new Map(byList.also.map(({ duty }) => [duty.code, 9]))
    const voted = findDuties(book, title, votes)
    if (voted.best?.duty.code === code) expect([title, voted.isSure]).toEqual([title, true])
  }
})
