import type { Payload } from 'payload'
import { type AnyRow, keyOf, type Snapshot, TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import type { Problem } from '../../../cms/src/snapshot/problem.ts'
import { readAsOf } from '../../../cms/src/snapshot/readAsOf.ts'
import { completeGlobals, readGlobals } from '../../../cms/src/snapshot/readGlobals.ts'
import { readPublished } from '../../../cms/src/snapshot/readPublished.ts'

/**
 * Everything public at this moment. Records that cannot be public rows stand in `problems` and are left out.
 * Throws in words when the site settings were never saved or nothing was ever published.
 */
export async function buildSnapshot(payload: Payload): Promise<{ snapshot: Snapshot; problems: Problem[] }> {
  const { settings, synonyms } = completeGlobals(await readGlobals(payload))
  const problems: Problem[] = []
  const tables = {} as Record<TableName, Map<string, AnyRow>>
  for (const table of TABLE_NAMES) {
    const found = await readPublished(payload, table)
    problems.push(...found.problems)
    tables[table] = new Map(found.rows.map((row) => [keyOf(table, row), row]))
  }
  const asOf = await readAsOf(payload)
  if (!asOf) throw new Error('不能生成快照：还没有发布过任何记录')
  return { snapshot: { asOf, tables: tables as Snapshot['tables'], settings, synonyms }, problems }
}
