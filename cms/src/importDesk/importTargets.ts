import type { Payload, PayloadRequest } from 'payload'
import { type FieldTarget, fieldTargets } from '#domain/imports/fieldTargets'
import { FOUND_TABLES, type FoundTable, IMPORT_TABLES, type ImportTable } from '#domain/imports/importTables'
import { TABLES } from '#domain/records/snapshot'

/** How many records of a kind can be chosen from by name. */
const MOST_NAMED = 2_000

/** What the screen of imports must know of records: their fields, and what can be named. */
export type ImportTargets = {
  tables: { table: ImportTable; label: string; targets: FieldTarget[] }[]
  named: Record<FoundTable, { key: string; name: string }[]>
}

/** Reads it for somebody who may read these records. */
export async function readImportTargets(
  payload: Payload,
  user: PayloadRequest['user'],
): Promise<ImportTargets> {
  const named = {} as ImportTargets['named']
  for (const table of FOUND_TABLES) {
    const { key } = TABLES[table]
    const label = table === 'duties' ? 'title' : 'name'
    const { docs } = await payload.find({
      collection: table,
      user,
      overrideAccess: false,
      draft: true,
      limit: MOST_NAMED,
      pagination: false,
      sort: key,
      select: { [key]: true, [label]: true },
    })
    named[table] = (docs as unknown as Record<string, unknown>[]).map((doc) => ({
      key: String(doc[key]),
      name: String(doc[label] ?? doc[key]),
    }))
  }
  const tables = IMPORT_TABLES.toReversed().map((table) => ({
    table,
    label: TABLES[table].label,
    targets: fieldTargets(table),
  }))
  return { tables, named }
}
