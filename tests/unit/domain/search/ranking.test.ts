import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SearchIndex } from '#domain/search/answer/answer'
import type { SearchDocument } from '#domain/search/document'
import type { BookDuty } from '#domain/search/dutyBook'
import { leaningOf } from '#domain/search/leaning'
import type { World } from '#domain/world/world'
import {
  documentsOf,
  type IndexOnDisk,
  indexOnDisk,
  sampleWorld,
} from '../../../support/search/searchIndexOf.ts'

let world: World
let disk: IndexOnDisk
let index: SearchIndex
beforeAll(async () => {
  world = await sampleWorld(300)
  disk = indexOnDisk([...documentsOf(world), ...TOLD], world)
  index = await disk.open()
}, 60_000)
afterAll(() => disk.drop())

/** A real case, which stands before invented ones of its kind in the index. */
const told = (key: string, title: string, text: string): SearchDocument => ({
  ...{ table: 'cases', scope: 'real', key, path: `cases/${key}.html`, title, names: [key], line: '' },
  ...{ texts: [text], near: [], facets: {} },
})
const TOLD = [
  told('T-1', '碧螺湾排练厅灯光', '碧螺湾排练厅里舞台的光偏暗。'),
  told('T-2', '碧螺湾排练厅一直上锁', '周末去了三回，大门一直锁着，问了也没有人来开。'),
  told('T-3', '碧螺湾排练厅座椅', '碧螺湾排练厅的座椅掉漆。'),
]
const keysOf = async (text: string, leaning?: ReadonlyMap<string, number>) => {
  const { hits } = await index.search({ text, most: 12, ...(leaning ? { leaning } : {}) })
  return hits.map(({ ordinal }) => (disk.keys[ordinal] as string).split('\t')[1] as string)
}

test('what stands beside a stop word still tells records apart', async () => {
  expect((await keysOf('排练厅一直'))[0]).toBe('T-2')
})

test('cases of the duty that the list names stand first among those that are only near', async () => {
  const duties = world
    .all('duties')
    .filter(({ code }) => world.all('cases').some((c) => c.duties[0] === code))
  for (const { code } of duties.slice(0, 12)) {
    const found = await keysOf('冬瓜茶', new Map([[code, 1]]))
    expect(world.get('cases', found[0] as string)?.duties[0]).toBe(code)
  }
})

test('the duty that the list names moves no record before those that hold every word', async () => {
  const code = world.all('cases')[0]?.duties[0] as string
  expect((await keysOf('碧螺湾排练厅', new Map([[code, 1]]))).slice(0, 3).sort()).toEqual([
    'T-1',
    'T-2',
    'T-3',
  ])
})

test('found cases speak for their duties by their texts alone', async () => {
  const [first, other] = world.all('duties').map(({ code }) => code) as [string, string]
  const votes = async (code: string) => [
    ...(await index.search({ text: '路灯不亮', most: 50, leaning: new Map([[code, 1]]) })).duties,
  ]
  expect(await votes(first)).toEqual(await votes(other))
})

test('a sure answer of the list speaks louder than one of several', () => {
  const [a, b] = world.all('duties') as unknown as [BookDuty, BookDuty]
  const answer = { best: { duty: a }, also: [{ duty: b }], names: [], categories: [] }
  const [sure, unsure] = [true, false].map((isSure) => [...leaningOf({ ...answer, isSure }).values()])
  expect(Math.max(...(sure as number[]))).toBeGreaterThan(Math.max(...(unsure as number[])))
  expect(Math.min(...(unsure as number[]))).toBeGreaterThan(0)
})
