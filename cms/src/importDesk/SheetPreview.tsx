import { columnLetters } from '#domain/imports/cellAddress'
import type { ShownSheet } from '../endpoints/importFiles.ts'

type Props = {
  sheet: ShownSheet
  head: { first: number; last: number } | undefined
  onHead: (first: number, last: number) => void
  /** What was pointed at is being looked at. */
  isBusy: boolean
}

/** The beginning of a sheet as the workbook shows it, joined cells joined; a row number is pressed to point at the head. */
export function SheetPreview({ sheet, head, onHead, isBusy }: Props) {
  const width = Math.max(1, ...sheet.rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, column) => column)
  const isHead = (row: number) => head !== undefined && row >= head.first && row <= head.last
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section aria-label="这张表的开头" className="import-desk__wide" tabIndex={0}>
      <table className="import-desk__sheet">
        <thead>
          <tr>
            <td />
            {columns.map((column) => (
              <td key={column}>{columnLetters(column)}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ row, cells, hidden }) => (
            <tr className={isHead(row) ? 'import-desk__head' : undefined} key={row}>
              <th scope="row">
                <button
                  aria-label={`第${row}行是表头`}
                  aria-pressed={head?.first === row}
                  disabled={isBusy}
                  onClick={() => onHead(row, row)}
                  type="button"
                >
                  {row}
                </button>
                {head && row > head.first && row <= head.first + 3 && (
                  <button
                    aria-pressed={head.last === row}
                    disabled={isBusy}
                    onClick={() => onHead(head.first, head.last === row ? head.first : row)}
                    type="button"
                  >
                    到这一行
                  </button>
                )}
                {hidden && <small>隐藏的</small>}
              </th>
              {columns.map((column) => (
                <Cell column={column} key={column} row={row} sheet={sheet} text={cells[column] ?? ''} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CellProps = { sheet: ShownSheet; row: number; column: number; text: string }

/** A cell; nothing where a joined one already stands. Rows with nothing in them are not shown. */
function Cell({ sheet, row, column, text }: CellProps) {
  const merge = sheet.merges.find(
    (m) => row >= m.fromRow && row <= m.toRow && column >= m.fromColumn && column <= m.toColumn,
  )
  if (!merge) return <td>{text}</td>
  const rows = sheet.rows.filter((each) => each.row >= merge.fromRow && each.row <= merge.toRow)
  if (row !== rows[0]?.row || column !== merge.fromColumn) return null
  return (
    <td colSpan={merge.toColumn - merge.fromColumn + 1} rowSpan={rows.length}>
      {text}
    </td>
  )
}
