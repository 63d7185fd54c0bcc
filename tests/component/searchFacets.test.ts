import { expect, test } from 'vitest'
import { chosenLine, facetPanel, facetValues } from '../../site/src/search/facetView.ts'
import { textOf } from '../../site/src/search/tree.ts'
import { allOf } from '../support/treeParts.ts'

const count = (value: string, count: number, depth = 0) => ({ value, label: `${value}处`, count, depth })
const boxes = (tree: Parameters<typeof allOf>[0]) => allOf(tree, 'input').map((box) => box.attributes.value)

test('every value that finds something can be reached, in the order given, also two hundred of them', () => {
  const many = Array.from({ length: 200 }, (_, i) => count(`v${i}`, i + 1))
  expect(boxes(facetValues('duty', many, []))).toEqual(many.map((c) => c.value))
  expect(boxes(facetValues('duty', [count('a', 0), count('b', 2)], []))).toEqual(['b'])
})

test('places stand as a tree', () => {
  const tree = facetValues(
    'area',
    [count('zhen', 5), count('cun', 3, 1), count('yuan', 1, 2), count('chu', 2)],
    [],
  )
  expect(tree.children.map((li) => boxes(li))).toEqual([['zhen', 'cun', 'yuan'], ['chu']])
  const [zhen] = tree.children
  expect(allOf(zhen as never, 'ul')).toHaveLength(2)
})

test('a chosen value stays to be taken away, also where nothing is left under it', () => {
  const tree = facetValues('state', [count('a', 0)], ['a', 'b'])
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
