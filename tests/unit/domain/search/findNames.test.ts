import { expect, test } from 'vitest'
import { namesAsked } from '#domain/search/duties/findNames'
import type { BookName, DutyBook } from '#domain/search/dutyBook'

const name = (kind: BookName['kind'], own: string, ...names: string[]): BookName => ({
  kind,
  name: own,
  names,
  path: `${own}.html`,
  scope: 'real',
})
const book: DutyBook = {
  duties: [],
  names: [
    name('department', '城管'),
    name('department', '卫健', '卫生健康委员会', '防疫站'),
    name('department', '市监'),
    name('area', '艾溪湖管理处'),
    name('area', '梧桐镇（演示）'),
    name('area', '城管新村'),
  ],
  categories: [],
  synonyms: [],
  ask: {},
}
const first = (question: string) => namesAsked(book, question)[0]?.name

test.each([
  ['卫健', '卫健'],
  ['防疫站', '卫健'],
  ['防疫站电话是多少？', '卫健'],
  ['城管局', '城管'],
  ['南昌高新区城市管理和综合执法局', '城管'],
  ['工商局', '市监'],
  ['chengguan', '城管'],
  ['weijianwei', '卫健'],
  ['艾溪湖', '艾溪湖管理处'],
  ['艾溪湖管理处在哪里', '艾溪湖管理处'],
  ['爱溪湖', '艾溪湖管理处'],
  ['梧桐镇', '梧桐镇（演示）'],
  ['ＡＩｘｉｈｕ', '艾溪湖管理处'],
])('%s asks for %s', (question, expected) => {
  expect(first(question)).toBe(expected)
})

test.each(['城管来了没有', '卫生', '湖', '', '路灯不亮'])('%j is no name', (question) => {
  expect(namesAsked(book, question)).toEqual([])
})

test('a name as it stands comes alone before those that only share its beginning or its work', () => {
  expect(namesAsked(book, '城管新村').map((one) => one.name)).toEqual(['城管新村'])
})
