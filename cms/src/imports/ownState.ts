import type { Payload } from 'payload'
import { isImportTable, PRIVATE_TARGETS } from '#domain/imports/importTables'
import type { OwnState } from '#domain/imports/importWorld'
import type { TableName } from '#domain/records/snapshot'
import { copied } from '../snapshot/assemble.ts'
import { NamedKeys } from '../snapshot/namedKeys.ts'

type Doc = Record<string, unknown>

/**
 * Records as a workbook of the newsroom tells them, in the order given: every place as it was written, whether they
 * could be published or not, and of the private fields those that the documents bring.
 */
export async function ownStates(
  payload: Payload,
  table: TableName,
  docs: readonly Doc[],
): Promise<OwnState[]> {
  const named = new NamedKeys({ asKept: true })
  await named.learn(payload, table, docs)
  const hiddenNames = isImportTable(table) ? Object.keys(PRIVATE_TARGETS[table]) : []
  return docs.map((doc) => ({
    record: JSON.parse(JSON.stringify(copied(table, doc, named).candidate)) as Doc,
    hidden: Object.fromEntries(
      hiddenNames.filter((name) => doc[name]).map((name) => [name, String(doc[name])]),
    ),
  }))
}
