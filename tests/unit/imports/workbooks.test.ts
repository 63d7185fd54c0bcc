import { expect, test } from 'vitest'
import type { CellValue, Workbook } from '#domain/imports/workbook'
import { readWorkbook } from '../../../cms/src/imports/reading/readWorkbook.ts'
import { bookOf, bytesOf, inline, rawBook, sheetOf } from '../../support/imports/workbooks.ts'

const read = (bytes: Buffer, name = '登记表.xlsx') => readWorkbook(bytes, name)
/** Row numbers and cells of a sheet. */
const rowsOf = (workbook: Workbook, sheet = 0) =>
  workbook.sheets[sheet]?.rows.map(({ row, cells }): [number, CellValue[]] => [row, cells])
const notesOf = (workbook: Workbook) => workbook.sheets[0]?.notes.map(({ kind }) => kind)

const HEAD = ['编号', '标题']

test('sheets, rows and cells come as they stand, a blank row in the middle keeps the numbers after it', async () => {
  const workbook = await read(bytesOf(bookOf({ 一: [HEAD, ['1', '甲'], [], ['2', '乙']], 二: [[true, 3]] })))
  expect(rowsOf(workbook)).toEqual([
    [1, HEAD],
    [2, ['1', '甲']],
    [4, ['2', '乙']],
  ])
  expect(rowsOf(workbook, 1)).toEqual([[1, [true, 3]]])
  expect(workbook).toMatchObject({
    format: 'xlsx',
    name: '登记表.xlsx',
    sheets: [{ name: '一' }, { name: '二' }],
  })
  expect(workbook.sha256).toMatch(/^[0-9a-f]{64}$/)
})

test.each([
  [false, 44_259, '2021-03-04'],
  [true, 42_797, '2021-03-04'],
  [false, 44_259.388_888_9, '2021-03-04T09:20+08:00'],
  [true, 42_797.388_888_9, '2021-03-04T09:20+08:00'],
  [false, 60_000.999_999_9, '2064-04-09'],
])('true dates are read in the epoch of their workbook (1904: %s, %f)', async (date1904, v, date) => {
  const book = bookOf({ 表: [HEAD, ['x']] }, (made) => {
    sheetOf(made, '表').A2 = { t: 'n', v, z: 'yyyy"年"m"月"d"日"' }
    made.Workbook = { WBProps: { date1904 } }
  })
  expect(rowsOf(await read(bytesOf(book)))?.[1]?.[1]).toEqual([{ date }])
})

test('a number that the workbook shows otherwise tells both, a time alone is no date', async () => {
  const book = bookOf({ 表: [['a', 'b', 'c']] }, (made) => {
    Object.assign(sheetOf(made, '表'), {
      A1: { t: 'n', v: 7, z: '0000' },
      B1: { t: 'n', v: 0.5, z: 'h:mm' },
      C1: { t: 'n', v: 12.5 },
    })
  })
  expect(rowsOf(await read(bytesOf(book)))?.[0]?.[1]).toEqual([
    { number: 7, shown: '0007' },
    { number: 0.5, shown: '12:00' },
    12.5,
  ])
})

test('a long number has all its digits, however narrow it is shown', async () => {
  for (const z of ['General', '0.00E+00'])
    for (const v of [123_456_789_012, 360_102_900_101_123]) {
      const book = bookOf({ 表: [['a']] }, (made) => {
        Object.assign(sheetOf(made, '表'), { A1: { t: 'n', v, z } })
      })
      expect(rowsOf(await read(bytesOf(book)))?.[0]?.[1]).toEqual([v])
    }
})

test('formulas are the value that was computed for them; errors and formulas without a value say so', async () => {
  const book = bookOf({ 表: [HEAD, [1, 2, 3]] }, (made) => {
    Object.assign(sheetOf(made, '表'), { A2: { t: 'n', v: 9, f: '4+5' }, B2: { t: 'e', v: 42 } })
  })
  const workbook = await read(bytesOf(book))
  expect(rowsOf(workbook)?.[1]?.[1]).toEqual([9, { error: '#N/A' }, 3])
  expect(notesOf(workbook)).toEqual(['formula', 'error'])
  for (const empty of ['', '<v/>', '<v></v>', '<v />']) {
    const row = `<row r="1"><c r="A1"><f>1+1</f>${empty}</c><c r="B1"><v>2</v></c></row>`
    expect(rowsOf(await read(rawBook(row)))?.[0]?.[1]).toEqual([{ error: '公式没有存下算好的值' }, 2])
  }
})

test('cells that are joined downwards hold their value in every row; the joining is said', async () => {
  const book = bookOf({ 表: [HEAD, ['甲', '1'], [null, '2'], [null, '3'], [null, null]] }, (made) => {
    sheetOf(made, '表')['!merges'] = [{ s: { r: 1, c: 0 }, e: { r: 3, c: 0 } }]
  })
  const workbook = await read(bytesOf(book))
  expect(rowsOf(workbook)?.slice(1)).toEqual([
    [2, ['甲', '1']],
    [3, ['甲', '2']],
    [4, ['甲', '3']],
  ])
  expect(workbook.sheets[0]?.merges).toEqual([{ fromRow: 2, toRow: 4, fromColumn: 0, toColumn: 0 }])
  expect(notesOf(workbook)).toEqual(['merged'])
})

test('hidden sheets, rows and columns are read and said', async () => {
  const book = bookOf({ 表: [HEAD, ['1', '甲'], ['2', '乙']] }, (made) => {
    made.Workbook = { Sheets: [{ Hidden: 1 }] }
    sheetOf(made, '表')['!rows'] = [{}, { hidden: true }]
    sheetOf(made, '表')['!cols'] = [{}, { hidden: true }]
  })
  const workbook = await read(bytesOf(book))
  expect(workbook.sheets[0]?.rows.map((row) => row.hidden)).toEqual([false, true, false])
  expect(workbook.sheets[0]?.hidden).toBe(true)
  expect(notesOf(workbook)).toEqual(['hidden-sheet', 'hidden-rows', 'hidden-columns'])
})

test('invisible and rare characters stay for the fields to clean', async () => {
  const text = '甲\u200b\u00a0𠮷\ufeff\t乙\n丙'
  expect(rowsOf(await read(bytesOf(bookOf({ 表: [[text]] }))))).toEqual([[1, [text]]])
})

test('a sheet that claims a million rows is read like the three that it has', async () => {
  const rows = Array.from(
    { length: 200_000 },
    (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="0"/></row>`,
  ).join('')
  const book = rawBook(`${rows}<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>末</t></is></c></row>`)
  const read_ = rowsOf(await read(book))
  expect(read_?.map(([row, cells]) => [row, cells.length, cells.at(-1)])).toEqual([[1_048_576, 16_384, '末']])
})

test('cells without references, prefixes and unusual XML are read', async () => {
  const plain = rawBook(`<row>${inline('甲')}${inline('乙')}</row><row>${inline('丙')}</row>`)
  expect(rowsOf(await read(plain))).toEqual([
    [1, ['甲', '乙']],
    [2, ['丙']],
  ])
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const content = `<?xml version="1.0"?><!-- 注 --><x:worksheet xmlns:x='${main}'><x:sheetData><x:row r='2'><x:c r='B2' t='str'><x:v>a &amp; b</x:v></x:c></x:row></x:sheetData></x:worksheet>`
  expect(rowsOf(await read(rawBook('', { sheet: { content } })))).toEqual([[2, [null, 'a & b']]])
})

test.each(['biff8', 'xlml', 'html'] as const)('what offices still save as .xls is read: %s', async (type) => {
  const cells = [HEAD, ['007', '甲'], ['x', '乙']]
  const workbook = await read(bytesOf(bookOf({ 表: cells }), type), '旧表.xls')
  expect(rowsOf(workbook)).toEqual([
    [1, HEAD],
    [2, ['007', '甲']],
    [3, ['x', '乙']],
  ])
  expect(workbook.format).toBe({ biff8: 'xls', xlml: 'xml-2003', html: 'html' }[type])
})

test('a page in GBK is read by what it declares', async () => {
  const html =
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table><tr><td>甲乙</td><td>0791</td></tr></table></body></html>'
  const gbk = Buffer.from(html.replace('甲乙', '\0\0\0\0'), 'latin1')
  gbk.set([0xbc, 0xd7, 0xd2, 0xd2], gbk.indexOf('\0\0\0\0'))
  expect(rowsOf(await read(gbk, '旧表.xls'))).toEqual([[1, ['甲乙', '0791']]])
})

test.each([
  ['rows and cells', '<table><tr><th>编号<th>标题<tr><td>1<td>甲<br>乙<tr><td>2<td>丙</table>'],
  ['cells', '<table><tr><th>编号<th>标题</tr><tr><td>1<td>甲<br>乙</tr><tr><td>2<td>丙</tr></table>'],
  [
    'rows',
    '<TABLE><TBODY><TR><TH>编号</TH><TH>标题</TH><TR><TD>1</TD><TD>甲<br>乙</TD><TR><TD>2</TD><TD>丙</TD></TBODY></TABLE>',
  ],
])('a page that does not say where its %s end is read cell by cell', async (_, table) => {
  const workbook = await read(Buffer.from(`<html><body>${table}</body></html>`), '旧表.xls')
  expect(rowsOf(workbook)).toEqual([
    [1, ['编号', '标题']],
    [2, ['1', '甲\n乙']],
    [3, ['2', '丙']],
  ])
})

test('true dates of old workbooks are dates', async () => {
  for (const type of ['biff8', 'xlml'] as const) {
    const book = bookOf({ 表: [['x']] }, (made) => {
      sheetOf(made, '表').A1 = { t: 'n', v: 44_259, z: 'yyyy-mm-dd' }
    })
    expect(rowsOf(await read(bytesOf(book, type)))?.[0]?.[1]).toEqual([{ date: '2021-03-04' }])
  }
})

test('signs that mean something to markup are read as they were typed, whatever kind of file they stand in', async () => {
  const typed = '面积&lt;5㎡ &amp;lt; <b>楼</b> &amp;#65; "甲"'
  const escaped = typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  for (const type of ['xlsx', 'biff8', 'xlml', 'html'] as const)
    expect([type, rowsOf(await read(bytesOf(bookOf({ 表: [['甲', typed]] }), type)))]).toEqual([
      type,
      [[1, ['甲', typed]]],
    ])
  const cells = `<c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>${escaped}</t></is></c><c r="C1" t="str"><v>${escaped}</v></c><c r="D1" t="str"><f>A1&amp;B1</f><v>${escaped}</v></c>`
  const raw = rawBook(`<row r="1">${cells}</row>`, { strings: `<si><t>${escaped}</t></si>` })
  expect(rowsOf(await read(raw))).toEqual([[1, [typed, typed, typed, typed]]])
})
