/** `2022-06` → 2022年6月. */
export function monthWords(month: string): string {
  return `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`
}
