import { FileRefused } from '../fileRefused.ts'
import { MOST_TEXT_CELLS, MOST_TEXT_ROWS } from './limits.ts'
import type { TextShape } from './separator.ts'

const LINE_FEED = 10
const RETURN = 13
const BLANK = 32

/**
 * Counts the rows of a text table that hold something, and their cells, before anything is made of them: the memory for
 * too many would run out first.
 * @throws {FileRefused} in words
 */
export function checkTextSize(text: string, { delimiter, quote, hasBlanks }: TextShape): void {
  const [parting, quoting] = [delimiter.charCodeAt(0), quote === false ? -1 : quote.charCodeAt(0)]
  const all = { rows: 0, cells: 0 }
  let row = { cells: 1, isFilled: false }
  let isStart = true
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at)
    if (sign === quoting && isStart) {
      at = endOfQuoted(text, at, quoting)
      row.isFilled = true
    } else if (sign === parting) row.cells++
    else if (sign === LINE_FEED || sign === RETURN) {
      if (row.isFilled) count(all, row.cells)
      row = { cells: 1, isFilled: false }
    } else if (sign !== BLANK) row.isFilled = true
    isStart =
      sign === parting || sign === LINE_FEED || sign === RETURN || (isStart && hasBlanks && sign === BLANK)
  }
  if (row.isFilled) count(all, row.cells)
}

function count(all: { rows: number; cells: number }, cells: number): void {
  all.rows++
  all.cells += cells
  if (all.rows > MOST_TEXT_ROWS) throw new FileRefused('超过二十五万行：请按月份或年份分成几个文件')
  if (all.cells > MOST_TEXT_CELLS) throw new FileRefused('格子超过二百万个：请按月份或年份分成几个文件')
}

/** Where the quoted text that begins here ends: two quotes in it are one. */
function endOfQuoted(text: string, start: number, quoting: number): number {
  const mark = String.fromCharCode(quoting)
  for (let end = text.indexOf(mark, start + 1); ; end = text.indexOf(mark, end + 2)) {
    if (end < 0) return text.length
    if (text.charCodeAt(end + 1) !== quoting) return end
  }
}
