/** What a reader searches for: words, and the chosen values of each filter. The address holds it. */
export type Query = { words: string; filters: Record<string, string[]> }

const FILTER = 'f.'

/** Reads a query from the part of an address after `?`. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search)
  const filters: Record<string, string[]> = {}
  for (const [name, value] of params)
    if (name.startsWith(FILTER)) {
      const label = name.slice(FILTER.length)
      filters[label] = [...(filters[label] ?? []), value]
    }
  return { words: (params.get('q') ?? '').trim(), filters }
}

/** Writes a query as the part of an address after `?`. */
export function writeQuery(query: Query): string {
  const params = new URLSearchParams()
  if (query.words) params.set('q', query.words)
  for (const [label, values] of Object.entries(query.filters))
    for (const value of values) params.append(FILTER + label, value)
  return `?${params}`
}

/** The query with one filter value added, or taken away when it was chosen. */
export function toggled(query: Query, label: string, value: string): Query {
  const now = query.filters[label] ?? []
  const next = now.includes(value) ? now.filter((v) => v !== value) : [...now, value]
  const { [label]: _, ...others } = query.filters
  return { ...query, filters: next.length > 0 ? { ...others, [label]: next } : others }
}
