import { type AnyRow, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import type { Change, World } from '#domain/world/world'

/** A record whose own words go on saying what another one was called before. */
export type StaleWords = { table: TableName; key: string; said: string }

/** So many are named. */
const MOST_NAMED = 20
/** What records are called in the words of others. */
const NAMES = ['name', 'shortName', 'title'] as const

/** Words that others may have written down of a record, and that it no longer says of itself. */
function namesLeft({ table, before, after }: Change): string[] {
  // A case is spoken of by its reference, which stays.
  if (table === 'cases' || table === 'notices') return []
  const [was, is] = [before, after].map((row) => (row ?? {}) as Record<string, unknown>)
  return NAMES.flatMap((name) => {
    const said = was?.[name]
    return typeof said === 'string' && said.length > 1 && said !== is?.[name] ? [said] : []
  })
}

/** Records that become stale by changes: their texts, which nobody rewrites, still use a name that was given up. */
export function staleWords(changes: readonly Change[], world: World): { found: StaleWords[]; more: number } {
  const names = [...new Set(changes.flatMap(namesLeft))]
  const found: StaleWords[] = []
  let more = 0
  if (names.length === 0) return { found, more }
  const changed = new Set(changes.map(({ table, key }) => `${table} ${key}`))
  for (const table of TABLE_NAMES)
    for (const [key, row] of world.snapshot.tables[table] as Map<string, AnyRow>) {
      const said = changed.has(`${table} ${key}`) ? undefined : names.find((name) => says(row, name))
      if (!said) continue
      if (found.length < MOST_NAMED) found.push({ table, key, said })
      else more++
    }
  return { found, more }
}

/** Whether any text of a row uses a name. */
function says(value: unknown, name: string): boolean {
  if (typeof value === 'string') return value.includes(name)
  if (value === null || typeof value !== 'object') return false
  for (const field in value) if (says((value as Record<string, unknown>)[field], name)) return true
  return false
}
