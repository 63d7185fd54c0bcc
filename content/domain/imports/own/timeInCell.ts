/** A time as people read it in a cell: 2022-11-30 09:20. Other texts stay as they are. */
export function timeInCell(text: string): string {
  return text.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})\+08:00$/, '$1 $2')
}
