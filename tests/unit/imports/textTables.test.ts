import { expect, test } from 'vitest'
import { checkTextSize } from '../../../cms/src/imports/reading/checkTextSize.ts'
import { readText } from '../../../cms/src/imports/reading/readText.ts'

const ROWS = [
  ['编号', '标题', '说明'],
  ['001', '路灯不亮', '晚上看不见，怕摔'],
  ['002', '墙皮掉了', '第二次\n来信'],
]
const quoted = (cell: string) => (/[\n"',;|\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
const joined = (delimiter: string, end = '\r\n') =>
  ROWS.map((row) => row.map(quoted).join(delimiter)).join(end)
const cellsOf = (bytes: Buffer) => readText(bytes, '表.csv').rows.map((row) => row.cells)
/** The first two bytes of GB18030 for the characters that are used here, as no encoder comes with Node. */
const gb18030 = (parts: readonly (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))),
  )

test.each([
  ['UTF-8', Buffer.from(joined(','))],
  ['UTF-8 with its mark', Buffer.from(`\ufeff${joined(',')}`)],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${joined(',')}`, 'utf16le')],
  ['UTF-16 the other way round', Buffer.from(`\ufeff${joined(',')}`, 'utf16le').swap16()],
])('%s is decoded by what the file is', (_, bytes) => {
  expect(cellsOf(bytes)).toEqual(ROWS)
})

test('UTF-16 without its mark is known by its zeros', () => {
  expect(cellsOf(Buffer.from('no,name,text\n1,a,b\n', 'utf16le'))).toEqual([
    ['no', 'name', 'text'],
    ['1', 'a', 'b'],
  ])
})

test('GB18030 is decoded, with the no-break spaces on which strict GBK fails', () => {
  // 标题,甲 and a no-break space (GB18030 only: four bytes).
  const bytes = gb18030([[0xb1, 0xea, 0xcc, 0xe2], ',x\n', [0xbc, 0xd7], [0x81, 0x30, 0x84, 0x32], ',1\n'])
  expect(cellsOf(bytes)).toEqual([
    ['标题', 'x'],
    ['甲\u00a0', '1'],
  ])
  expect(readText(bytes, '表.csv').notes).toEqual([{ kind: 'encoding', text: '编码是 GB18030（GBK）' }])
})

test('Big5 is decoded as what it says, not as the rare characters that its bytes are in GB18030', () => {
  const bytes = Buffer.from(
    'vXO4uSy80MNELKS6rmUNCjAwMSy49L9PpKOrRyyx36RXrN2ko6ijoUGpyLpMDQowMDIswPCl1rG8pEYsssSkR6a4qNOrSA0K',
    'base64',
  )
  expect(cellsOf(bytes)).toEqual([
    ['編號', '標題', '內容'],
    ['001', '路燈不亮', '晚上看不見，怕摔'],
    ['002', '牆皮掉了', '第二次來信'],
  ])
  expect(readText(bytes, '表.csv').notes).toEqual([{ kind: 'encoding', text: '编码是 Big5（繁体）' }])
})

test.each([',', '\t', ';', '|'])(
  'cells parted by %j are told apart, whatever ends the lines',
  (delimiter) => {
    for (const end of ['\n', '\r\n']) expect(cellsOf(Buffer.from(joined(delimiter, end)))).toEqual(ROWS)
  },
)

test('Chinese commas in the texts do not part cells, but do where they alone stand between them', () => {
  expect(cellsOf(Buffer.from('编号\t内容\n1\t一，二，三\n2\t四，五，六\n'))[1]).toEqual(['1', '一，二，三'])
  expect(cellsOf(Buffer.from('编号，内容\n1，甲\n2，乙\n'))).toEqual([
    ['编号', '内容'],
    ['1', '甲'],
    ['2', '乙'],
  ])
})

test('single quotes are known where cells stand in them', () => {
  expect(cellsOf(Buffer.from("'a','b'\n'1','x,y'\n'2','z'\n"))).toEqual([
    ['a', 'b'],
    ['1', 'x,y'],
    ['2', 'z'],
  ])
})

test('blanks before and behind quotes are no part of cells, and a separator in such quotes parts none', () => {
  expect(cellsOf(Buffer.from('"编号", "标题" , "内容"\n"1", "路灯", "甲,乙"\n'))).toEqual([
    ['编号', '标题', '内容'],
    ['1', '路灯', '甲,乙'],
  ])
})

test('a quote in the middle of a text stays a quote', () => {
  expect(cellsOf(Buffer.from('a,b\n1,5" pipe\n2,it\'s\n'))).toEqual([
    ['a', 'b'],
    ['1', '5" pipe'],
    ['2', "it's"],
  ])
})

test('the line that tells a spreadsheet the separator is believed and counted as a row', () => {
  expect(readText(Buffer.from('sep=|\na|b\n1|x,y\n'), '表.csv').rows).toEqual([
    { row: 2, hidden: false, cells: ['a', 'b'] },
    { row: 3, hidden: false, cells: ['1', 'x,y'] },
  ])
})

test('ragged rows are read and said with their numbers; a blank row keeps the numbers after it', () => {
  const sheet = readText(Buffer.from('a,b,c\n1,2\n\n3,4,5\n6,7,8,9\n'), '表.csv')
  expect(sheet.rows.map(({ row, cells }) => [row, cells.length])).toEqual([
    [1, 3],
    [2, 2],
    [4, 3],
    [5, 4],
  ])
  expect(sheet.notes).toEqual([{ kind: 'ragged', text: '2行不是3格：第2、5行' }])
})

test('a text that a spreadsheet protects from becoming a number is the text', () => {
  expect(cellsOf(Buffer.from('a,b\n="007",1\n'))[1]).toEqual(['007', '1'])
})

test('a table of too many rows or cells is refused with what to do before it is taken apart; what is blank or quoted is none', () => {
  const shape = { delimiter: ',', quote: '"', hasBlanks: false } as const
  const check = (text: string) => () => checkTextSize(text, shape)
  for (const end of ['\n', '\r\n', '\r']) {
    const row = `a,b${end}`
    expect(check(row.repeat(250_000))).not.toThrow()
    expect(check(row.repeat(250_001))).toThrow(/二十五万行：请按月份或年份分成几个文件/)
    expect(check(`${row}${`,,${end}`.repeat(250_001)}`)).not.toThrow()
    expect(check(`"${row.repeat(250_001)}""",c`)).not.toThrow()
  }
  const wide = `${'a,'.repeat(9_999)}a\n`
  expect(check(wide.repeat(200))).not.toThrow()
  expect(check(wide.repeat(201))).toThrow(/二百万个：请按月份或年份分成几个文件/)
})
