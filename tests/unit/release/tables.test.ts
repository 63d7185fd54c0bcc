import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { type Dataset, datasetOf } from '#domain/published/datasets'
import { type Change, World } from '#domain/world/world'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'
import { SumsCheck } from '../../../scripts/release/tables/sums.ts'
import { partsOf } from '../../../scripts/release/tables/tableFiles.ts'
import { csvCell, csvHead } from '../../../scripts/release/tables/tableLines.ts'
import { WholeTables } from '../../../scripts/release/tables/wholeTables.ts'
import { seedOf } from '../../support/generated.ts'
import { goldenSnapshot } from '../../support/records/goldenSnapshot.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'
import { writeParts } from '../../support/records/writeParts.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tables-'))
  store = openStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function written(world: World) {
  const statistics = new Statistics(world)
  return { statistics, parts: writeParts(store, world, statistics, null, null) }
}

const wholeTable = (from: Store, parts: string, dataset: Dataset, kind: 'csv' | 'json') =>
  from.blobs.read(new WholeTables(from).put(parts, dataset, kind)).toString('utf8')

const some = () => new World(snapshotOf(caseRow(1), caseRow(2, {}, 30), caseRow(150, { title: '=1+1' })))

describe('an open table', () => {
  test('is a CSV with a byte order mark, CRLF and the rows of every record in order', () => {
    const { parts } = written(some())
    const text = wholeTable(store, parts, datasetOf('cases'), 'csv')
    expect(text.startsWith('﻿reference,')).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[]
    expect(rows.map((r) => r.reference)).toEqual(['WS-2022-000001', 'WS-2022-000002', 'WS-2022-000150'])
    expect(rows[0]?.path).toBe('cases/2022/0000/WS-2022-000001.html')
    expect(rows[2]?.title).toBe("'=1+1")
  })

  test('keeps the text as it is in JSON', () => {
    const { parts } = written(some())
    const rows = JSON.parse(wholeTable(store, parts, datasetOf('cases'), 'json')) as Record<string, unknown>[]
    expect(rows[2]?.title).toBe('=1+1')
    expect(rows[0]?.duties).toEqual([])
  })

  test('without rows is still a table with a head', () => {
    const { parts } = written(new World(snapshotOf()))
    expect(parse(wholeTable(store, parts, datasetOf('events'), 'csv'), { bom: true, columns: true })).toEqual(
      [],
    )
    expect(JSON.parse(wholeTable(store, parts, datasetOf('events'), 'json'))).toEqual([])
  })

  test('written in part after a change is the same as written whole', () => {
    const world = some()
    const { statistics, parts } = written(world)
    const before = world.need('cases', 'WS-2022-000150')
    const change = {
      table: 'cases' as const,
      key: before.reference,
      before,
      after: { ...before, title: '改过' },
    }
    world.apply(change)
    statistics.update([change])
    expect(writeParts(store, world, statistics, parts, [change])).toBe(written(world).parts)
  })
})

test.each([
  ['departments', 'd-one', { name: '改名部' }],
  ['areas', 't-one', { name: '改名镇' }],
  ['areas', 'a-one', { parent: 't-two' }],
  ['duties', '2-1', { title: '改名的权责' }],
  ['sources', 's-one', { title: '改名的报道' }],
] as const)('rows that tell of %s by name follow it as if written anew', (table, key, changed) => {
  const world = new World(goldenSnapshot())
  const { statistics, parts } = written(world)
  const before = world.need(table, key)
  const change = { table, key, before, after: { ...before, ...changed } } as Change
  world.apply(change)
  statistics.update([change])
  const after = writeParts(store, world, statistics, parts, [change])
  expect(after).toBe(written(world).parts)
  expect(store.trees.folderAt(after, 'cases')).not.toBe(store.trees.folderAt(parts, 'cases'))
})

test('a spreadsheet runs no cell as a formula, in whatever spelling, and numbers stay numbers', () => {
  const before = fc.constantFrom('', ' ', '\u3000', '\t', '\n', '\r', '\u00a0 ', '\u200b')
  const sign = fc.constantFrom('=', '+', '-', '@', '＝', '＋', '－', '＠', '﹢', '−')
  fc.assert(
    fc.property(before, sign, fc.string(), fc.string(), (blanks, first, rest, other) => {
      const text = blanks + first + rest
      expect(csvCell(text)).toBe(`'${text}`)
      expect(csvCell([other, text])).toBe(`${csvCell(other)};'${text}`)
    }),
    seedOf('formulas'),
  )
  expect(csvCell(-5)).toBe('-5')
  expect(csvCell(['甲', '乙'])).toBe('甲;乙')
  expect(csvCell('甲=乙')).toBe('甲=乙')
  expect(csvCell(null)).toBe('')
})

describe('the sums check', () => {
  test('agrees when the columns of the written tables give the figures', () => {
    const { statistics, parts } = written(some())
    expect(new SumsCheck(store).differences(parts, statistics)).toEqual([])
    expect(statistics.figure({ id: 'arrival-on-time', shape: 'share' } as never, 'real').numerator).toBe(2)
  })

  test('names the metric when one row of a written table is flipped', () => {
    const { statistics, parts } = written(some())
    const [part] = partsOf(store, parts, datasetOf('cases'), 'csv')
    const text = store.blobs.read(part?.blob as string).toString('utf8')
    const flipped = text.replace(',true,', ',false,')
    expect(flipped).not.toBe(text)
    const wrong = store.trees.edit(parts, new Map([[`cases/${part?.path}`, store.blobs.put(flipped)]]))
    const said = new SumsCheck(store).differences(wrong, statistics)
    expect(said).toHaveLength(1)
    expect(said[0]).toContain('数字对不上')
  })

  test.each([
    ['numerator', 'true', 'false'],
    ['denominator', 'true', ''],
    ['value', '300', ''],
  ])('looks at the %s of every row', (column, is, other) => {
    const { statistics, parts } = written(some())
    const [part] = partsOf(store, parts, datasetOf('events'), 'csv')
    const text = csvHead(datasetOf('events')) + store.blobs.read(part?.blob as string).toString('utf8')
    const [head, ...rows] = parse(text, { bom: true }) as [string[], ...string[][]]
    const at = head.indexOf(`arrival-time.${column}`)
    const row = rows.find((r) => r[at] === is) as string[]
    row[at] = other
    const changed = rows.map((r) => `${r.map((cell) => JSON.stringify(cell)).join(',')}\r\n`).join('')
    const wrong = store.trees.edit(parts, new Map([[`events/${part?.path}`, store.blobs.put(changed)]]))
    expect(new SumsCheck(store).differences(wrong, statistics)).toEqual([
      expect.stringContaining('数字对不上：“到场用时”'),
    ])
  })

  test('refuses a time below zero', () => {
    const backwards = caseRow(1, {}, -2)
    const { statistics, parts } = written(new World(snapshotOf(backwards)))
    const said = new SumsCheck(store).differences(parts, statistics)
    expect(said).toContainEqual(expect.stringContaining('小于零的用时 -120'))
  })
})
