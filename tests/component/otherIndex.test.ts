import { expect, test } from 'vitest'
import { pagefindEntry } from '../../site/src/search/found/pagefindEntry.ts'
import { textsIn } from '../../site/src/search/found/textsIn.ts'
import { textOf } from '../../site/src/search/tree.ts'
import { allOf } from '../support/search/treeParts.ts'

const hit = { path: 'cases/1.html', title: '外墙', isSample: false }

test('an excerpt of Pagefind is text with marks: markup in a record is shown and never run', () => {
  const entry = pagefindEntry({ ...hit, excerpt: '墙\u200b上的<mark>瓷砖</mark>&lt;img src=x&gt;' })
  expect(allOf(entry, 'mark').map(textOf)).toEqual(['瓷砖'])
  expect(allOf(entry, 'img')).toEqual([])
  expect(textOf(entry)).toBe('外墙墙上的瓷砖<img src=x>')
})

test('an invented record found by Pagefind is marked', () => {
  expect(textOf(pagefindEntry({ ...hit, isSample: true, excerpt: '' }))).toContain('演示')
})

test('an excerpt is taken from what a record says, not from its title, keys or marks of the system', () => {
  const record = {
    reference: 'WS-2022-000001',
    title: '外墙脱落的那一栋楼房子',
    origin: 'record',
    description: '三单元的外墙皮掉下来砸了车。',
    changeNote: '补充了一句话在这里的说明',
    timeline: [{ kind: 'whistle', text: '社区吹哨，说明情况和位置。' }, { kind: 'done' }],
  }
  expect(textsIn(record)).toEqual(['三单元的外墙皮掉下来砸了车。', '社区吹哨，说明情况和位置。'])
})
