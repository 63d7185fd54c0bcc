import { day, type Row, text } from './rawCells.ts'
import { endOf, type PublishedTables, type recount } from './recount.ts'

/**
 * Calls before and after the first notice to a department of a scope, counted from the raw columns and the second
 * counting of each call: `first before after`, each side as `numerator ÷ denominator`; null without a notice.
 */
export function recountAround(
  { events, notices, departments }: PublishedTables,
  { rows }: ReturnType<typeof recount>,
  scope: string,
  department: string,
): string | null {
  const bySlug = new Map(departments.map((d) => [text(d.slug), d]))
  const isOf = (row: Row) => (row.origin === 'sample') === (scope === 'sample')
  const [first] = notices
    .filter((n) => isOf(n) && endOf(text(n.recipient), bySlug) === department)
    .map((n) => text(n.issuedOn))
    .sort()
  if (!first) return null
  const side = (isOn: (at: string) => boolean) => {
    let [numerator, denominator] = [0, 0]
    for (const e of events) {
      if (
        !isOf(e) ||
        endOf(text(e.department), bySlug) !== department ||
        !day(text(e.at)) ||
        !isOn(day(text(e.at)))
      )
        continue
      const call = rows.get(`arrival-on-time ${e.case}/${e.number}`)
      numerator += call?.numerator ?? 0
      denominator += call?.denominator ?? 0
    }
    return `${numerator} ÷ ${denominator}`
  }
  return `${first} ${side((at) => at < first)} ${side((at) => at > first)}`
}
