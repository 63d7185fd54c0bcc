import { text } from 'node:stream/consumers'
import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { isUntouched, ownCell } from '#domain/imports/own/ownCell'
import { ownColumns, versionHead } from '#domain/imports/own/ownColumns'
import { recognisedOwn } from '#domain/imports/own/ownMapping'
import { ownNames } from '#domain/imports/own/ownNames'
import { versionInstant, versionText } from '#domain/imports/own/versionText'
import { proposeMapping } from '#domain/imports/proposal/proposeMapping'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { type BookColumn, type BookRow, bookParts } from '../../../cms/src/workbooks/sheetXml.ts'
import { zipStream } from '../../../cms/src/workbooks/zipStream.ts'
import { bookOfRows, smallWorld } from '../../support/imports/plannedWorld.ts'

const NAMES = ownNames(smallWorld().named)

async function bookOf(columns: BookColumn[], rows: BookRow[]): Promise<Buffer> {
  async function* given() {
    yield* rows
  }
  const pieces: Buffer[] = []
  for await (const piece of zipStream(bookParts('表', columns, given()))) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('what a cell is given is what another program reads out of it, sign by sign', async () => {
  const texts = [
    '3-47',
    '0012',
    '=1+1',
    '-5',
    '两\n行',
    '_x0041_',
    '<b>&"</b>',
    ' 前后 ',
    '𠮷𝒳',
    'TRUE',
    '1e5',
    '2022-03-04',
  ]
  const columns = [
    ...texts.map((_, i) => ({ head: `列${i}`, isLocked: i % 2 === 0, isNumber: false })),
    { head: '数', isLocked: false, isNumber: true },
  ]
  const book = read(await bookOf(columns, [[...texts, 42], texts.map(() => null)]))
  const [head, first] = utils.sheet_to_json<unknown[]>(book.Sheets['表'] ?? {}, { header: 1, raw: true })
  expect(head).toEqual(columns.map((column) => column.head))
  expect(first).toEqual([...texts, 42])
})

test('an archive of many rows is made piece by piece and is read whole', async () => {
  const rows = Array.from({ length: 3000 }, (_, i): BookRow => [`WS-2022-${i}`, i])
  const columns = [
    { head: '编号', isLocked: true, isNumber: false },
    { head: '数', isLocked: false, isNumber: true },
  ]
  const read3000 = utils.sheet_to_json(read(await bookOf(columns, rows)).Sheets['表'] ?? {}, { header: 1 })
  expect(read3000.slice(1)).toEqual(rows)
})

test('a source that fails while it is written fails the archive', async () => {
  // biome-ignore lint/correctness/useYield: it fails before the first piece
  async function* failing(): AsyncGenerator<string> {
    throw new Error('the database is away')
  }
  const made = async () => text(zipStream([{ name: 'a', text: failing() }]))
  await expect(made()).rejects.toThrow('the database is away')
})

test.each(TABLE_NAMES)(
  '%s: no two columns have one head, and the workbook is known by its heads alone',
  (table) => {
    const heads = ownColumns(table, true).map(({ title }) => title)
    expect(new Set(heads).size).toBe(heads.length)
    const book = bookOfRows([['随手写的'], heads])
    const isIn = ['areas', 'departments', 'duties', 'cases', 'notices'].includes(table)
    expect(recognisedOwn(book)?.table).toBe(isIn ? table : undefined)
    expect(recognisedOwn(bookOfRows([heads.filter((head) => head !== versionHead(table))]))).toBeNull()
    if (isIn) expect(proposeMapping(book, '我的')).toMatchObject({ own: true, table })
  },
)

test('a text that does not fit into a cell stays as it is', () => {
  const [column] = ownColumns('cases', false).filter(({ field }) => field === 'description')
  if (!column) throw new Error('no column')
  const made = ownCell(column, { record: { description: '长'.repeat(40_000) }, hidden: {} }, NAMES)
  expect(String(made).length).toBeLessThan(100)
  expect(isUntouched(made, made)).toBe(true)
})

test('the saving on which a row stands is told to the millisecond by the clock in Shanghai', () => {
  const instant = '2026-11-28T16:31:05.123Z'
  expect(versionText(instant)).toBe('2026-11-29 00:31:05.123')
  expect(versionInstant(versionText(instant))).toBe(instant)
  expect(versionInstant('昨天')).toBeNull()
})
