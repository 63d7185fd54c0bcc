import { expect, test } from 'vitest'
import type { SearchIndex } from '../../../site/src/islands/pagefind.ts'
import { readQuery, toggled, writeQuery } from '../../../site/src/islands/searchAddress.ts'
import { searching } from '../../../site/src/islands/searching.ts'

/** An index that answers every question with the entries that its filters let through. */
function indexOf(entries: { url: string; kind: string }[], gone: string[] = []): SearchIndex {
  return {
    gone: new Set(gone),
    pagefind: {
      options: async () => {},
      init: async () => {},
      filters: async () => ({}),
      search: async (_words, { filters }) => ({
        results: entries
          .filter((e) => !filters.类型 || filters.类型.any.includes(e.kind))
          .map((e) => ({ id: e.url, data: async () => ({ raw_url: e.url, excerpt: '', meta: {} }) })),
        filters: {},
      }),
    },
  }
}
const cases = (many: number) => Array.from({ length: many }, (_, i) => ({ url: `cases/${i}`, kind: '事项' }))
const GROUPS = [{ title: '归谁管', filter: '类型', values: ['权责'], many: 1 }]
const asked = { words: '外墙', filters: {} }

test('who must come stands before all others, and stands only once', async () => {
  const found = await searching(
    indexOf([...cases(20), { url: 'duties/1-1', kind: '权责' }]),
    asked,
    GROUPS,
    10,
  )
  expect(found.groups.map((g) => g.hits.map((h) => h.raw_url))).toEqual([['duties/1-1']])
  expect(found.hits.map((h) => h.raw_url)).toEqual(cases(10).map((c) => c.url))
  expect([found.total, found.more]).toEqual([21, true])
})

test('a withdrawn record is found no more and not counted', async () => {
  const found = await searching(indexOf(cases(3), ['cases/0']), asked, [], 10)
  expect(found.hits.map((h) => h.raw_url)).toEqual(['cases/1', 'cases/2'])
  expect([found.total, found.more]).toEqual([2, false])
})

test('a chosen filter takes the place of its group', async () => {
  const entries = [{ url: 'duties/1-1', kind: '权责' }, ...cases(2)]
  const query = { words: '外墙', filters: { 类型: ['事项'] } }
  const found = await searching(indexOf(entries), query, GROUPS, 10)
  expect(found.groups).toEqual([])
  expect(found.total).toBe(2)
})

test('the address holds the whole state of a search', () => {
  const query = toggled(toggled({ words: '掉墙皮', filters: {} }, '状态', '办理中'), '地方', '麻丘镇')
  expect(readQuery(writeQuery(query))).toEqual(query)
  expect(toggled(query, '状态', '办理中').filters).toEqual({ 地方: ['麻丘镇'] })
})
