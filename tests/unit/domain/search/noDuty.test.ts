import { beforeAll, describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { findDuties } from '#domain/search/duties/findDuties'
import type { BookDuty, DutyBook } from '#domain/search/dutyBook'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { CIRCUMSTANCES } from '#domain/search/words/circumstances'
import { inStandardWords } from '#domain/search/words/dialect'
import { stopWords, withoutStopWords } from '#domain/search/words/stopWords'
import { sampleWorld } from '../../../support/search/searchIndexOf.ts'

let book: DutyBook
beforeAll(async () => {
  const world = await sampleWorld(300)
  book = makeDutyBook(world, new Statistics(world))
})
const best = (question: string) => findDuties(book, question).best?.duty.title ?? null

describe('words of asking carry no weight', () => {
  test('alone they lead to no duty', () => {
    for (const word of stopWords()) expect([word, best(word)]).toEqual([word, null])
  })

  test.each(['谁管', '归谁管', '哪个管', '哪个部门管', '该找哪个单位', '怎么办', '什么部门负责'])(
    'before and after a matter %s changes nothing',
    (asking) => {
      expect(withoutStopWords(asking)).toEqual([])
      for (const { title } of book.duties.slice(0, 60)) {
        expect(best(`${title}${asking}`), title).toBe(title)
        expect(best(`${asking}，${title}`), title).toBe(title)
      }
    },
  )

  test('a word that begins like the end of an asking stays whole', () => {
    expect(best('哪个管道漏水')).toBe(best('管道漏水'))
  })
})

test('没有 may be said in dialect', () => {
  for (const no of ['冇得', '莫得', '没得', '冒得'])
    for (const matter of ['水喝', '路灯', '地方停车']) {
      expect(inStandardWords(`${no}${matter}`)).toBe(`没${matter}`)
      expect([no, best(`${no}${matter}`)]).toEqual([no, best(`没${matter}`)])
    }
  expect(inStandardWords('没得到补偿')).toBe('没得到补偿')
})

test('what finds a duty in the whole list finds it in one that has only begun', () => {
  for (const size of [1, 2, 3])
    for (let from = 0; from + size <= book.duties.length; from += 7) {
      const begun = { ...book, duties: book.duties.slice(from, from + size) }
      const { title, wordings } = begun.duties[0] as BookDuty
      for (const words of [title, ...wordings].filter((words) => best(words) === title))
        expect([size, words, findDuties(begun, words).best?.duty.title]).toEqual([size, words, title])
    }
})

test('a common character is no evidence, and neither is a circumstance', () => {
  const holding = (char: string) =>
    book.duties.filter((duty) => [duty.title, ...duty.wordings, duty.covers].join().includes(char)).length
  const common = [...new Set(book.duties.flatMap(({ title }) => [...title]))].filter(
    (char) => holding(char) > 5,
  )
  expect(common.length).toBeGreaterThan(100)
  for (const char of common) expect([char, best(`䶮䶰䶱${char}`)]).toEqual([char, null])
  for (const word of CIRCUMSTANCES)
    if (!book.duties.some(({ title }) => title.includes(word.slice(0, 2)) || title.includes(word.slice(-2))))
      expect([word, best(word)]).toEqual([word, null])
})

test.each([
  '疫苗',
  '打疫苗',
  '结婚证',
  '身份证',
  '身份证丢了',
  '户口',
  '房产证',
  '火车票',
  '公积金',
  '营业执照',
])('what lists of duties do not have leads to none: %s', (question) => expect(best(question)).toBeNull())

test('a word of other matters counts where the list has it', () => {
  const duties = book.duties.map((duty, i) => (i === 0 ? { ...duty, wordings: ['身份证丢了'] } : duty))
  expect(findDuties({ ...book, duties }, '身份证丢了').best?.duty.code).toBe(book.duties[0]?.code)
})

test('the name of a department or place gives its page and no duty', () => {
  for (const { name } of book.names) {
    const answer = findDuties(book, name)
    expect([name, answer.best, answer.also, answer.categories]).toEqual([name, null, [], []])
    expect(answer.names.length, name).toBeGreaterThan(0)
  }
  expect(findDuties(book, '青桐社区垃圾没人收').best).not.toBeNull()
})

test('a fire at home is no matter of forests: nothing leads, and what is near is named as near', () => {
  for (const question of ['家里着火了', '着火了', '车着火了', '楼道着火了', '失火', '邻居家起火']) {
    const { best, also, isSure, danger } = findDuties(book, question)
    expect([question, best, isSure, danger?.number]).toEqual([question, null, false, '119'])
    expect(also.length, question).toBeGreaterThan(0)
  }
  for (const question of ['山上着火了', '后山着火', '上坟烧纸着火了'])
    expect([question, best(question)]).toEqual([question, '森林火情'])
  expect(findDuties(book, '楼道着火了').also[0]?.duty.title).toBe('楼道堆物')
})

test('a duty that says nothing of fire never leads where something burns, whatever place it names', () => {
  for (const question of ['厨房着火', '配电房起火', '祠堂着火', '垃圾桶着火了', '学校失火'])
    expect([question, best(question)]).toEqual([question, null])
  for (const { title, wordings, covers, code } of book.duties) {
    if (/[火燃爆焚烟]|煤气/.test([title, ...wordings, covers].join())) continue
    const answer = findDuties(book, `${title}的地方着火了`)
    expect([title, answer.best?.duty.code === code]).toEqual([title, false])
    expect(answer.also.length, title).toBeGreaterThan(0)
  }
})

test('somebody hurt at a place is no matter of that place, unless the duty speaks of injuries or is meant beyond doubt', () => {
  for (const question of ['学校食物中毒', '工地有人受伤', '房子塌了有人受伤'])
    expect([question, best(question)]).toEqual([question, null])
  for (const [question, title] of [
    ['小孩触电', '老旧线路裸露'],
    ['被狗咬受伤', '犬只扰民'],
    ['高空抛物砸人受伤', '高空抛物'],
    ['独居老人晕倒没人管', '独居老人探访'],
  ] as const)
    expect([question, best(question)]).toEqual([question, title])
})

test('people who fell out with each other, without a matter, are no matter of the list; what they fell out over is', () => {
  for (const question of [
    '邻居吵架打人',
    '邻居吵架',
    '跟邻居吵架了怎么办',
    '隔壁骂我还动手',
    '两口子天天吵架',
  ])
    expect([question, best(question)]).toEqual([question, null])
  expect(best('抢车位吵架')).toBe('小区车位不足')
  expect(best('为了地界跟邻居吵架')).toBe('土地界址纠纷')
})

const THINGS = ['手机', '电视', '电脑', '冰箱', '洗衣机', '宽带', '手表', '眼镜', '钱包', '外卖']
const ENDED = ['没有信号', '没信号', '没网', '坏了', '丢了', '送错了', '退款', '卡得要命']
test('what people buy and own is nobody’s matter in the list: no duty that only mentions it is a sure answer', () => {
  for (const thing of THINGS)
    for (const ended of ENDED)
      expect([thing + ended, findDuties(book, thing + ended).isSure]).toEqual([thing + ended, false])
  expect(findDuties(book, '电梯里手机没信号')).toMatchObject({
    isSure: true,
    best: { duty: { title: '电梯困人隐患' } },
  })
})

test('a duty that only mentions a matter is near and never sure; one that people call so is', () => {
  const matter = '蒹葭苍茫'
  const asked = (at: number, more: (duty: BookDuty) => Partial<BookDuty>) => {
    const duties = book.duties.map((duty, i) => (i === at ? { ...duty, ...more(duty) } : duty))
    const { best, isSure } = findDuties({ ...book, duties }, matter)
    return { code: best?.duty.code, isSure }
  }
  for (let at = 0; at < book.duties.length; at += 20) {
    const { code } = book.duties[at] as BookDuty
    const mentioned = asked(at, ({ covers }) => ({ covers: `${covers ?? ''}，有时${matter}也算。` }))
    expect(mentioned).toEqual({ code, isSure: false })
    const called = asked(at, ({ wordings }) => ({ wordings: [...wordings, matter] }))
    expect(called).toEqual({ code, isSure: true })
  }
})
