type Props = {
  /** Labels in the order in which they stand. */
  order: string[]
  /** Hits: a single value that all of them share filters nothing and is left out. */
  total: number
  counts: Record<string, Record<string, number>>
  chosen: Record<string, string[]>
  toggle: (label: string, value: string) => void
}
/** Values shown of a filter before the rest is folded away. */
const FIRST = 8

/** The filters of a search with their counts; a chosen value stays, also where it finds nothing more. */
export function SearchFilters({ order, total, counts, chosen, toggle }: Props) {
  const groups = order
    .map((label) => ({ label, values: shownValues(counts[label] ?? {}, chosen[label] ?? []) }))
    .filter(
      ({ label, values }) => values.some(([, count]) => count < total) || (chosen[label] ?? []).length > 0,
    )
  if (groups.length === 0) return null
  return (
    <div className="fac">
      <h2 id="shaixuan">筛选</h2>
      {groups.map((group) => (
        <fieldset key={group.label}>
          <legend className="s q">{group.label}</legend>
          <ul>
            {group.values.map(([value, count]) => (
              <li key={value}>
                <label>
                  <input
                    type="checkbox"
                    checked={(chosen[group.label] ?? []).includes(value)}
                    onChange={() => toggle(group.label, value)}
                  />
                  <span>{value}</span>
                  <i>{count}</i>
                </label>
              </li>
            ))}
          </ul>
        </fieldset>
      ))}
    </div>
  )
}

function shownValues(values: Record<string, number>, chosen: readonly string[]): [string, number][] {
  return Object.entries(values)
    .filter(([value, count]) => count > 0 || chosen.includes(value))
    .sort(
      ([a, x], [b, y]) =>
        Number(chosen.includes(b)) - Number(chosen.includes(a)) || y - x || (a < b ? -1 : 1),
    )
    .slice(0, FIRST)
}
