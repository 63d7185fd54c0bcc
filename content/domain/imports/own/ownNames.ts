import { nameSameness } from '../../cleanText.ts'
import { FOUND_TABLES, type FoundTable } from '../importTables.ts'
import type { NamedRecord } from '../nameFinder.ts'

/** How a workbook calls a record that another one names. */
export type OwnNames = (table: string | undefined, key: string) => string

/**
 * Places and departments are called by their names where nobody else is called so, and by their keys otherwise; all else
 * is called by its key, so that what is read back is found again.
 */
export function ownNames(named: Readonly<Record<FoundTable, readonly NamedRecord[]>>): OwnNames {
  const called = new Map<string, string>()
  for (const table of FOUND_TABLES) {
    if (table === 'duties') continue
    const owners = Map.groupBy(
      named[table].flatMap(({ key, names }) => names.map((name) => ({ key, same: nameSameness(name) }))),
      ({ same }) => same,
    )
    for (const { key, names } of named[table]) {
      const [name] = names
      const owned = new Set((owners.get(nameSameness(name ?? '')) ?? []).map((each) => each.key))
      if (name && owned.size === 1) called.set(`${table}:${key}`, name)
    }
  }
  return (table, key) => called.get(`${table}:${key}`) ?? key
}
