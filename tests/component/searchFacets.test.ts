import { describe, expect, test } from 'vitest'
import type { DutyBook } from '#domain/search/dutyBook'
import { FACETS } from '#domain/world/facets'
import { emptySnapshot, World } from '#domain/world/world'
import { seedSettings } from '../../content/seed/records.ts'
import { type FacetHead, facetLabel } from '../../site/src/search/facetLabels.ts'
import { chosenLine, facetPanel, facetValues } from '../../site/src/search/page/facetView.ts'
import { searchKind } from '../../site/src/search/search.ts'
import { textOf } from '../../site/src/search/tree.ts'
import { allOf } from '../support/search/treeParts.ts'

const count = (value: string, count: number, depth = 0) => ({ value, count, depth })
const labelOf = (value: string) => `${value}处`
const boxes = (tree: Parameters<typeof allOf>[0]) => allOf(tree, 'input').map((box) => box.attributes.value)

test('every value that finds something can be reached, in the order given, also two hundred of them', () => {
  const many = Array.from({ length: 200 }, (_, i) => count(`v${i}`, i + 1))
  expect(boxes(facetValues('duty', many, [], labelOf))).toEqual(many.map((c) => c.value))
  expect(boxes(facetValues('duty', [count('a', 0), count('b', 2)], [], labelOf))).toEqual(['b'])
})

test('places stand as a tree', () => {
  const tree = facetValues(
    'area',
    [count('zhen', 5), count('cun', 3, 1), count('yuan', 1, 2), count('chu', 2)],
    [],
    labelOf,
  )
  expect(tree.children.map((li) => boxes(li))).toEqual([['zhen', 'cun', 'yuan'], ['chu']])
  const [zhen] = tree.children
  expect(allOf(zhen as never, 'ul')).toHaveLength(2)
})

test('a chosen value stays to be taken away, also where nothing is left under it', () => {
  const tree = facetValues('state', [count('a', 0)], ['a', 'b'], labelOf)
  expect(allOf(tree, 'input').map((b) => [b.attributes.value, 'checked' in b.attributes])).toEqual([
    ['a', true],
    ['b', true],
  ])
  const line = chosenLine([{ id: 'state', value: 'a', label: '办理中' }])
  expect(allOf(line, 'button')[0]?.attributes).toMatchObject({ value: 'a', 'aria-label': '不再只看办理中' })
})

test('a filter is closed until it is asked for, and none is left out', () => {
  const panel = facetPanel(
    [
      { id: 'state', label: '状态' },
      { id: 'area', label: '地方' },
    ],
    {},
  )
  expect(allOf(panel, 'details').map((d) => 'open' in d.attributes)).toEqual([false, false, false])
  expect(allOf(panel, 'summary').map(textOf)).toEqual(['筛选', '状态', '地方'])
})

describe('the words of a chosen value', () => {
  const book = {
    duties: [{ code: 'DEMO-1-4', title: '餐饮油烟扰民' }],
    names: [
      { kind: 'area', name: '白露社区', path: 'areas/demo-bailu.html' },
      { kind: 'department', name: '城管局', path: 'departments/demo-bailu.html' },
    ],
    categories: [{ number: 1, title: '城市管理' }],
  } as unknown as DutyBook
  const world = new World(emptySnapshot('2026-11-28', seedSettings))
  const heads = searchKind.view({}, { world } as never)?.facets as FacetHead[]
  const words = (id: string, value: string, of: DutyBook | null = book) =>
    facetLabel(heads.find((head) => head.id === id) as FacetHead, value, of)

  test('are there before a filter is opened, for every filter', () => {
    const labels = [
      ['state', 'handling'],
      ['kind', 'resident'],
      ['urgency', 'tough'],
      ['origin', 'sample'],
      ['category', '1'],
      ['duty', 'DEMO-1-4'],
      ['area', 'demo-bailu'],
      ['department', 'demo-bailu'],
      ['year-month', '2022-03'],
    ].map(([id, value]) => words(id as string, value as string))
    expect(labels.slice(4)).toEqual(['城市管理', '餐饮油烟扰民', '白露社区', '城管局', '2022年3月'])
    expect(labels.filter((label) => /[a-z-]/.test(label) || label.startsWith('没有'))).toEqual([])
    expect(labels).toHaveLength(FACETS.length)
  })

  test('are never a code, also where nobody knows the value or the duty list did not come', () => {
    for (const { id } of FACETS)
      for (const of of [book, null])
        expect(words(id, 'demo-nobody', of)).toMatch(/^没有名称的\p{Script=Han}+$/u)
  })
})
