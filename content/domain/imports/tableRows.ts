import { cellText } from './cellText.ts'
import { HEAD_JOIN, type Head, type HeadTable, headText } from './headTable.ts'
import type { Sheet, SheetNote, SheetRow } from './workbook.ts'

/** A sum and nothing else: what a text goes on with after such a word is a matter of its own. */
const TOTAL =
  /^(?:(?:本[页日周月季年]|全年|\d{1,2}月份?|第?[一二三四1-4]季度|上半年|下半年)?(?:合计|总计|小计|共计|累计)|平均|平均值|总数)[:：]?[\d.,，、%件条个户次项起宗天]*$/
const NOTE = /^(?:注|备注|说明|填表|制表|审核|统计人|单位[（(]?盖章|报送|打印|数据来源|截至|截止)/
/** What alone in a row is the end of a page or a remark on the whole. */
const ALONE =
  /^(?:以下空白|以下无正文|[-—]*第\d+页.*|[-—]*共\d+页.*|共\d+[件条个户次项起宗][.。]?|[（(][^（）()]*[)）])$/
/** The sum of a part, where nothing but numbers stands beside its name. */
const PART_TOTAL = /[\p{L})）](?:小计|合计|总计)[:：]?$/u
const COUNT = /^[\d.,，%]+[件条个户次项起宗天]?$/
/** How many rows of a kind are named. */
const NAMED = 10

/** The rows of a table, and what stands below or between them and is none. */
export function tableRows(sheet: Sheet, table: HeadTable): { rows: SheetRow[]; notes: SheetNote[] } {
  const columns = table.heads.map((head) => head.column)
  const rows: SheetRow[] = []
  const left = { total: [] as number[], note: [] as number[], head: [] as number[] }
  for (const row of sheet.rows) {
    if (row.row <= table.last) continue
    const why = whyNone(row, sheet, table, columns)
    if (why === null) rows.push(row)
    else if (why !== 'blank') left[why].push(row.row)
  }
  const notes = [
    noteOf(left.total, '是合计，没有读'),
    noteOf(left.note, '是表外的说明，没有读'),
    noteOf(left.head, '又写了一遍表头，没有读'),
  ]
  return { rows, notes: notes.filter((note) => note !== null) }
}

function whyNone(
  row: SheetRow,
  sheet: Sheet,
  table: HeadTable,
  columns: readonly number[],
): 'blank' | 'total' | 'note' | 'head' | null {
  const texts = columns.map((column) => cellText(row.cells[column]))
  const filled = texts.filter((text) => text !== '')
  if (filled.length === 0)
    return row.cells.some((cell) => cellText(cell) !== '') && columns.length > 0 ? 'note' : 'blank'
  const first = (filled[0] as string).replace(/\s+/g, '')
  if (TOTAL.test(first)) return 'total'
  if (PART_TOTAL.test(first) && filled.slice(1).every((text) => COUNT.test(text))) return 'total'
  const across = sheet.merges.some(
    (m) => m.fromRow === row.row && m.toColumn - m.fromColumn + 1 >= Math.max(3, columns.length / 2),
  )
  if (filled.length === 1 && columns.length > 1 && (across || ALONE.test(first))) return 'note'
  if (columns.length > filled.length && filled.every((text) => NOTE.test(text.replace(/\s+/g, ''))))
    return 'note'
  const isHead = ({ column, text }: Head) => {
    const own = headText(row.cells[column])
    return own !== '' && (own === text || text.split(HEAD_JOIN).includes(own))
  }
  const same = table.heads.filter(isHead)
  return same.length > 1 && same.length >= filled.length / 2 ? 'head' : null
}

function noteOf(rows: readonly number[], what: string): SheetNote | null {
  if (rows.length === 0) return null
  const named = `${rows.slice(0, NAMED).join('、')}${rows.length > NAMED ? '等' : ''}`
  return { kind: 'outside', text: `第${named}行${what}` }
}
