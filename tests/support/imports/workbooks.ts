import { type BookType, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx'
import { type Entry, zipOf } from './zipOf.ts'

export type Cells = readonly (readonly unknown[])[]

/** A workbook of one sheet or several, written by the library. */
export function bookOf(
  sheets: Record<string, Cells>,
  change: (book: WorkBook) => void = () => undefined,
): WorkBook {
  const book = utils.book_new()
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(cells.map((row) => [...row])), name)
  change(book)
  return book
}

export function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Buffer {
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer
}

export function sheetOf(book: WorkBook, name: string): WorkSheet {
  const sheet = book.Sheets[name]
  if (!sheet) throw new Error(`no sheet ${name}`)
  return sheet
}

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook made by hand around the rows of one sheet. */
export function rawBook(
  rows: string,
  {
    entries = [],
    strings = '',
    sheet = {},
  }: {
    entries?: readonly (readonly [string, Entry | string])[]
    strings?: string
    sheet?: Partial<Entry>
  } = {},
): Buffer {
  return zipOf([
    ['[Content_Types].xml', TYPES],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ['xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings}</sst>`],
    [
      'xl/worksheets/sheet1.xml',
      {
        ...sheet,
        content: sheet.content ?? `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      },
    ],
    ...entries,
  ])
}

/** A cell with a text of its own. */
export const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`
