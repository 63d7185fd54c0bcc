import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { CFB } from '@e965/xlsx'
import { afterAll, expect, test } from 'vitest'
import { readInProcess } from '../../../cms/src/imports/reading/readInProcess.ts'
import { readWorkbook } from '../../../cms/src/imports/reading/readWorkbook.ts'
import { bookOf, bytesOf, inline, rawBook } from '../../support/imports/workbooks.ts'
import { zipOf } from '../../support/imports/zipOf.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'refused-'))
afterAll(() => rmSync(folder, { recursive: true }))

const GOOD = bytesOf(
  bookOf({
    表: [
      ['编号', '标题'],
      ['1', '甲'],
    ],
  }),
)
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const sheetXml = (before: string, rows: string) =>
  `<?xml version="1.0"?>${before}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`

function compound(...names: string[]): Buffer {
  const file = CFB.utils.cfb_new()
  for (const name of names) CFB.utils.cfb_add(file, name, Buffer.from('x'))
  return CFB.write(file, { type: 'buffer' }) as Buffer
}

const CASES: readonly (readonly [what: string, bytes: () => Buffer, words: RegExp])[] = [
  ['an empty file', () => Buffer.alloc(0), /是空的/],
  ['a file of another program', () => Buffer.from('ID;PWXL;N;E\nC;Y1;X1;K"甲"\nE\n'), /SYLK/],
  ['a table of another time', () => Buffer.from('TABLE\r\n0,1\r\n"EXCEL"\r\n'), /DIF/],
  ['a file of zeros', () => Buffer.alloc(4_096), /空字节/],
  ['a file that was cut off', () => GOOD.subarray(0, GOOD.length - 400), /文件坏了/],
  [
    'a part with a wrong checksum',
    () => rawBook(`<row>${inline('甲')}</row>`, { sheet: { wrongCrc: true } }),
    /文件坏了/,
  ],
  [
    'a part that is longer than it says',
    () => rawBook('', { sheet: { content: 'x'.repeat(9_000), saysBytes: 10 } }),
    /文件坏了/,
  ],
  ['a password in the archive', () => rawBook('', { sheet: { encrypted: true } }), /有密码/],
  ['a password of Excel', () => compound('/EncryptedPackage', '/EncryptionInfo'), /有密码/],
  ['an old Word file', () => compound('/WordDocument'), /Word 文档.*不是 Excel/],
  ['an old PowerPoint file', () => compound('/PowerPoint Document'), /PowerPoint/],
  ['damage in an old file', () => compound('/Workbook').subarray(0, 600), /文件坏了/],
  [
    'a Word file named .xlsx',
    () =>
      zipOf([
        ['[Content_Types].xml', '<a/>'],
        ['word/document.xml', '<a/>'],
      ]),
    /Word 文档/,
  ],
  ['a slide show', () => zipOf([['ppt/presentation.xml', '<a/>']]), /PowerPoint/],
  [
    'a sheet of LibreOffice',
    () =>
      zipOf([
        ['mimetype', 'x'],
        ['content.xml', '<a/>'],
      ]),
    /OpenDocument/,
  ],
  ['an archive of something', () => zipOf([['1.csv', 'a,b']]), /压缩包.*解开/],
  [
    'a part that leads out of the archive',
    () => rawBook('', { entries: [['../../etc/passwd', 'x']] }),
    /指到外面/,
  ],
  [
    'two parts of one name',
    () => rawBook('', { entries: [['xl/worksheets/sheet1.xml', '<a/>']] }),
    /同名的部件/,
  ],
  [
    'a bomb in a sheet',
    () => rawBook('', { sheet: { content: sheetXml('', ' '.repeat(40_000_000)) } }),
    /大得不合理/,
  ],
  [
    'a bomb in the strings',
    () => rawBook('', { strings: `<si><t>${'0'.repeat(40_000_000)}</t></si>` }),
    /大得不合理/,
  ],
  [
    'a bomb of many parts',
    () =>
      rawBook('', { entries: Array.from({ length: 5_100 }, (_, i) => [`xl/media/${i}.png`, ''] as const) }),
    /大得不合理/,
  ],
  [
    'one long text a million times',
    () =>
      rawBook(
        Array.from({ length: 110 }, () => `<row>${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`).join(''),
        {
          strings: `<si><t>${Array.from({ length: 300 }, (_, i) => i * 7_919).join('')}</t></si>`,
        },
      ),
    /两亿个字/,
  ],
  [
    'an external entity',
    () =>
      rawBook('', {
        sheet: {
          content: sheetXml(
            '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            `<row>${inline('&x;')}</row>`,
          ),
        },
      }),
    /外部实体/,
  ],
  [
    'a billion laughs in UTF-16',
    () =>
      rawBook('', {
        sheet: {
          content: Buffer.from(
            `\ufeff${sheetXml('<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>', '')}`,
            'utf16le',
          ),
        },
      }),
    /外部实体/,
  ],
  [
    'more than a million cells',
    () =>
      rawBook(
        '<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>'
          .repeat(333_400)
          .replaceAll('><v', ' x="8" ><v'),
      ),
    /一百万/,
  ],
  ['a workbook without a cell', () => bytesOf(bookOf({ 表: [] })), /没有一个有内容的格子/],
  ['a PDF named .xlsx', () => Buffer.from('%PDF-1.7\n…'), /PDF/],
  ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d', 'hex'), /PNG/],
  ['a packed file', () => Buffer.from('1f8b0800000000', 'hex'), /gzip/],
  ['a program', () => Buffer.from('7f454c46020101', 'hex'), /程序/],
  [
    'bytes that are no text',
    () => Buffer.from([65, 0, 0, 66, 0, 7, 0, 0, 1, 2, 3, 0, 200, 1, 0, 0, 5]),
    /不是文字表格/,
  ],
  [
    'a page without a table',
    () => Buffer.from('<!DOCTYPE html><html><body>请登录</body></html>'),
    /没有表格/,
  ],
  ['some other XML', () => Buffer.from('<?xml version="1.0"?><feed/>'), /XML 文件/],
  [
    'entities in the XML of 2003',
    () =>
      Buffer.from(
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    /外部实体/,
  ],
  ['blanks alone', () => Buffer.from(' \n\n\t\n'), /只有空白/],
  ['a quote that never ends', () => Buffer.from('编号,标题\n1,"甲\n2,乙\n'), /第2行起的引号没有关上/],
  [
    'UTF-8 with a broken byte',
    () =>
      Buffer.concat([
        Buffer.from('编号,标题\n1,东湖社区路灯坏了已经'),
        Buffer.from([0xe4, 0xb8]),
        Buffer.from('\n2,乙\n'),
      ]),
    /第2行却有坏的字节/,
  ],
  [
    'UTF-16 that was cut',
    () => Buffer.concat([Buffer.from('\ufeff编号,标题', 'utf16le'), Buffer.from([0x41])]),
    /UTF-16LE.*读不出来/,
  ],
  [
    'bytes of no encoding',
    () => Buffer.from([0xff, 0x41, 0x2c, 0xff, 0xff, 0x0a, 0x80, 0x80]),
    /编码认不出来/,
  ],
]

test.each(CASES)('%s is refused in words', async (_, bytes, words) => {
  await expect(readWorkbook(bytes(), '登记表.xlsx')).rejects.toThrow(words)
})

test('a process of its own reads what it can and refuses the rest in the same words', async () => {
  const file = path.join(folder, 'a.xlsx')
  writeFileSync(file, GOOD)
  const workbook = await readInProcess(file, '登记表.xlsx')
  expect(workbook).toEqual(await readWorkbook(GOOD, '登记表.xlsx'))
  writeFileSync(file, '%PDF-1.7')
  await expect(readInProcess(file, '登记表.xlsx')).rejects.toThrow(/PDF/)
})

/** A table that is small as a file and large when it is read. */
const swelling = () =>
  rawBook(Array.from({ length: 300 }, () => `<row>${'<c t="s"><v>0</v></c>'.repeat(1_000)}</row>`).join(''), {
    strings: '<si><t>甲</t></si>',
  })

test('a file that takes too much memory or time ends with its process, in words', async () => {
  const file = path.join(folder, 'c.xlsx')
  writeFileSync(file, swelling())
  const most = { memory: Number.POSITIVE_INFINITY, time: 60_000 }
  expect((await readInProcess(file, '表.xlsx', most)).sheets[0]?.rows.length).toBe(300)
  await expect(readInProcess(file, '表.xlsx', { ...most, memory: 90_000_000 })).rejects.toThrow(/内存太多/)
  await expect(readInProcess(file, '表.xlsx', { ...most, time: 150 })).rejects.toThrow(/一分钟还没有读完/)
})

test('a file of more than 60 MB is refused before it is read', async () => {
  const file = path.join(folder, 'b.xlsx')
  writeFileSync(file, GOOD)
  truncateSync(file, 60 * 1024 * 1024 + 1)
  await expect(readInProcess(file, '登记表.xlsx')).rejects.toThrow(/60 MB/)
})
