import type { Payload, Where } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { HALF_MADE } from '../imports/commit/importStates.ts'
import { importsIn } from '../imports/commit/underWay.ts'

/** Keys of one query: SQLite bounds the number of parameters. */
const BATCH = 500

/**
 * Keys of records that an import which is not through, or its undoing, has changed already or is about to: what the
 * database holds of them is half of a whole.
 */
export async function leftByImports(
  payload: Payload,
  table: TableName,
  keys?: readonly string[],
): Promise<string[]> {
  const imports = await importsIn({ payload }, HALF_MADE)
  if (imports.length === 0) return []
  const of: Where[] = [{ importId: { in: imports.map(String) } }, { recordType: { equals: table } }]
  if (!keys) return referencesOf(payload, of)
  const found: string[] = []
  for (let i = 0; i < keys.length; i += BATCH)
    found.push(...(await referencesOf(payload, [...of, { reference: { in: keys.slice(i, i + BATCH) } }])))
  return found
}

async function referencesOf(payload: Payload, and: Where[]): Promise<string[]> {
  const { docs } = await payload.db.find({
    collection: 'import-records',
    where: { and },
    select: { reference: true },
    limit: 0,
    pagination: false,
  })
  return (docs as unknown as { reference: string }[]).map(({ reference }) => reference)
}
