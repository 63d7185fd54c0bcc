import encodeQR from 'qr'

/**
 * Dark and light modules of the QR code of a text, row by row, with the quiet zone of four. The mask is fixed: readers take
 * any, and choosing the best of eight takes seven times as long on each page of a release.
 */
export function codeModules(text: string): boolean[][] {
  return encodeQR(text, 'raw', { ecc: 'medium', border: 4, mask: 3 })
}

/** Dark modules as the path of one shape, a module a unit: each run is a stroke half a unit down its row. */
export function codePath(modules: readonly (readonly boolean[])[]): string {
  return modules.map(rowPath).join('')
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = ''
  let end: number | null = null
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const from = x
    while (row[x + 1]) x++
    path += `${end === null ? `M${from} ${y}.5` : `m${from - end} 0`}h${x + 1 - from}`
    end = x + 1
  }
  return path
}
