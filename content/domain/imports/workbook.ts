import { z } from 'zod'
import { coded, field } from '../field.ts'

/** What a file proved to be by its content, whatever its name says. */
const WORKBOOK_FORMATS = ['xlsx', 'xls', 'html', 'xml-2003', 'csv'] as const
export type WorkbookFormat = (typeof WORKBOOK_FORMATS)[number]
export const WORKBOOK_FORMAT_LABELS: Record<WorkbookFormat, string> = {
  xlsx: 'Excel 工作簿（.xlsx）',
  xls: 'Excel 97—2003 工作簿（.xls）',
  html: '网页形式的表格',
  'xml-2003': 'Excel 2003 XML 表格',
  csv: '文字表格（CSV 或 TSV）',
}

/** Things of a sheet that an eye could miss and that are said before anything is read into records. */
const SHEET_NOTE_KINDS = [
  'hidden-sheet',
  'hidden-rows',
  'hidden-columns',
  'merged',
  'formula',
  'error',
  'ragged',
  'encoding',
  'outside',
  'unused-columns',
] as const

/**
 * A cell: nothing, a text, a number, yes or no, a date that the workbook holds as a true date (`2021-03-04` or
 * `2021-03-04T09:20+08:00`, the epoch is reckoned with), a number that the workbook shows otherwise (leading zeros), or
 * an error. A formula is the value that was last computed for it.
 */
export const cellValue = z.union([
  z.null(),
  z.string(),
  z.number(),
  z.boolean(),
  z.object({ date: z.string() }),
  z.object({ number: z.number(), shown: z.string() }),
  z.object({ error: z.string() }),
])
export type CellValue = z.infer<typeof cellValue>

export const sheetRow = z.object({
  row: field(
    z.number().int().positive(),
    '行',
    '行号，和工作簿里看到的一样，从1数起；几张表一起读时，每张表另加一千万。',
  ),
  sheet: field(z.string().optional(), '工作表', '几张表一起读时，是哪一张的。'),
  hidden: field(z.boolean(), '隐藏', '工作簿里是否把这一行藏了起来。'),
  cells: field(z.array(cellValue), '格', '从 A 列起的各格；后面的空格不写。'),
})
export type SheetRow = z.infer<typeof sheetRow>

/** Rows and columns that are joined to one cell; columns count from 0, rows from 1, ends included. */
export const mergedRange = z.object({
  fromRow: z.number().int(),
  toRow: z.number().int(),
  fromColumn: z.number().int(),
  toColumn: z.number().int(),
})
export type MergedRange = z.infer<typeof mergedRange>

export const sheetNote = z.object({
  kind: field(
    z.enum(SHEET_NOTE_KINDS),
    '种类',
    '隐藏的表、行、列，合并的格，公式，错误，长短不一，编码，表外的行，没用到的列。',
  ),
  text: field(z.string(), '说明', '一句话，例如 第3、7行是隐藏的，也会读。'),
})
export type SheetNote = z.infer<typeof sheetNote>

export const sheet = z.object({
  name: field(z.string(), '表名', '工作表的名字；文字表格没有名字时是文件名。'),
  hidden: field(z.boolean(), '隐藏', '工作簿里是否把这张表藏了起来。'),
  merges: field(z.array(mergedRange), '合并', '合并的格；竖着合并的，每一行都有那个值。'),
  notes: field(z.array(sheetNote), '要知道的', '读的时候看到、人可能没看到的。'),
  rows: field(z.array(sheetRow), '行', '有内容的行，按先后。'),
})
export type Sheet = z.infer<typeof sheet>

/** A file of tables as it was read, whatever its format. */
export const workbook = z.object({
  name: field(z.string(), '文件名', '交来时的名字，不带文件夹。'),
  sha256: field(z.string().regex(/^[0-9a-f]{64}$/), '哈希', '文件内容的 SHA-256；文件删掉以后留下它。'),
  bytes: field(z.number().int(), '大小', '字节。'),
  format: field(coded(WORKBOOK_FORMATS, WORKBOOK_FORMAT_LABELS), '格式', '按内容认出来的格式。'),
  sheets: field(z.array(sheet), '表', '按工作簿里的先后。'),
})
export type Workbook = z.infer<typeof workbook>
