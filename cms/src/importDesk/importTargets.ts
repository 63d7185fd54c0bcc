import type { PaginatedDocs, Payload, PayloadRequest } from 'payload'
import { type FieldTarget, fieldTargets } from '#domain/imports/fieldTargets'
import { FOUND_TABLES, type FoundTable, IMPORT_TABLES, type ImportTable } from '#domain/imports/importTables'
import { TABLES } from '#domain/records/snapshot'
import { MOST_RECORDS } from '../rest/boundedQuery.ts'

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
    named[table] = []
    for (let page: number | null = 1; page !== null; ) {
      const found: PaginatedDocs = await payload.find({
        collection: table,
        user,
        overrideAccess: false,
        draft: true,
        limit: MOST_RECORDS,
        page,
        sort: key,
        select: { [key]: true, [label]: true },
      })
      for (const doc of found.docs as unknown as Record<string, unknown>[])
        named[table].push({ key: String(doc[key]), name: String(doc[label] ?? doc[key]) })
      page = found.hasNextPage ? page + 1 : null
    }
  }
  const tables = IMPORT_TABLES.toReversed().map((table) => ({
    table,
    label: TABLES[table].label,
    targets: fieldTargets(table),
  }))
  return { tables, named }
}
