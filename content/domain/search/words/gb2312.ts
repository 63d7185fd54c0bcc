/** First and last rows of the character set, and the cells of a row; five cells at the end of one row are empty. */
const FIRST_ROW = 0xb0
const LAST_ROW = 0xf7
const FIRST_CELL = 0xa1
const LAST_CELL = 0xfe
const SHORT_ROW = 0xd7
const SHORT_LAST = 0xf9

/** The 6,763 characters of GB2312 in their order: the common ones by their reading, then the others by radical. */
export function gb2312Characters(): string {
  const bytes: number[] = []
  for (let row = FIRST_ROW; row <= LAST_ROW; row++)
    for (let cell = FIRST_CELL; cell <= (row === SHORT_ROW ? SHORT_LAST : LAST_CELL); cell++)
      bytes.push(row, cell)
  return new TextDecoder('gbk').decode(new Uint8Array(bytes))
}
