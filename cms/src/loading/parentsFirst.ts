/** Areas so that each stands after the one above it. */
export function parentsFirst(rows: Record<string, unknown>[]): Record<string, unknown>[] {
  const waiting = new Map(rows.map((row) => [String(row.slug), row]))
  const ordered: Record<string, unknown>[] = []
  const add = (row: Record<string, unknown>) => {
    if (!waiting.delete(String(row.slug))) return
    const parent = waiting.get(String(row.parent))
    if (parent) add(parent)
    ordered.push(row)
  }
  for (const row of rows) add(row)
  return ordered
}
