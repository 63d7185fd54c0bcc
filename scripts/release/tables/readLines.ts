import { parse } from 'csv-parse/sync'

/** The cell of a line by the name of its column; empty where there is no such column. */
export type Line = (column: string) => string

/**
 * The lines of a CSV file by the names of its columns, which its first line says; read by another library than wrote
 * them. Cells are looked up in the line as it was read: of a hundred columns most are asked for by nobody, and an object
 * for each line took half of the time. Throws where the text is no CSV, or a line has more or fewer cells.
 * @param text with its byte order mark
 */
export function readLines(text: string): Line[] {
  const [head = [], ...rows] = parse(text, { bom: true }) as string[][]
  const places = new Map(head.map((name, at) => [name, at]))
  return rows.map((cells): Line => {
    return (column) => cells[places.get(column) ?? -1] ?? ''
  })
}
