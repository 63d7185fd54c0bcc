/**
 * Columns of numbers, and numbered lists, whose entries do not stand on one edge; runs inside the page, so it uses
 * nothing from outside. Rows that read as sentences have no columns.
 */
export function unsteadyColumns(): string[] {
  const found: string[] = []
  const isUneven = (edges: number[]) => Math.max(...edges) - Math.min(...edges) > 1
  for (const table of document.querySelectorAll('main table:not(.rows, .record-rows, .crossed)')) {
    const columns = new Map<number, number[]>()
    for (const cell of table.querySelectorAll<HTMLTableCellElement>('td.number')) {
      if (!cell.checkVisibility()) continue
      const { textAlign, fontVariantNumeric } = getComputedStyle(cell)
      if (textAlign !== 'right' || !fontVariantNumeric.includes('tabular-nums'))
        found.push(`${cell.textContent}`)
      const range = document.createRange()
      range.selectNodeContents(cell)
      const edges = columns.get(cell.cellIndex) ?? []
      columns.set(cell.cellIndex, [...edges, range.getBoundingClientRect().right])
    }
    for (const [at, edges] of columns)
      if (isUneven(edges)) found.push(`${table.className}，第${at + 1}列：${[...new Set(edges)].join(' ')}`)
  }
  for (const list of document.querySelectorAll('main .measures')) {
    const edges = [...list.querySelectorAll(':scope > li > :first-child')].map(
      (e) => e.getBoundingClientRect().left,
    )
    if (edges.length > 1 && isUneven(edges)) found.push(`数字清单：${[...new Set(edges)].join(' ')}`)
  }
  return found
}
