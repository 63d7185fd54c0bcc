const TAGS = /<!--[\s\S]*?-->|<(\/?)(table|tr|t[dh]|thead|tbody|tfoot)\b(?:"[^"]*"|'[^']*'|[^>"'])*>/gi

/** What is open in a table: a row, and a cell in it. */
type Open = { row: boolean; cell: 'td' | 'th' | null }

/**
 * A page whose tables say where each cell and each row ends. Pages may leave that out, and a reader that waits for it
 * takes a row for one cell.
 */
export function closedCells(html: string): string {
  const tables: Open[] = []
  return html.replace(TAGS, (tag, slash: string | undefined, name: string | undefined) => {
    const open = tables.at(-1)
    const kind = name?.toLowerCase()
    const isEnd = slash === '/'
    if (kind === undefined || (open === undefined && kind !== 'table')) return tag
    if (kind === 'table' && !isEnd) {
      tables.push({ row: false, cell: null })
      return tag
    }
    if (!open) return tag
    if (kind === 'td' || kind === 'th') {
      if (isEnd) {
        const isOpen = open.cell !== null
        open.cell = null
        return isOpen ? tag : ''
      }
      const before = `${endOfCell(open)}${open.row ? '' : '<tr>'}`
      open.row = true
      open.cell = kind
      return `${before}${tag}`
    }
    const before = `${endOfCell(open)}${open.row && !(kind === 'tr' && isEnd) ? '</tr>' : ''}`
    open.row = kind === 'tr' && !isEnd
    if (kind === 'table') tables.pop()
    return `${before}${tag}`
  })
}

function endOfCell(open: Open): string {
  const { cell } = open
  open.cell = null
  return cell === null ? '' : `</${cell}>`
}
