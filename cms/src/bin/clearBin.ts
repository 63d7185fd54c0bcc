import { APIError, type Payload } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import type { WriteContext } from '../hooks/writeContext.ts'
import { inTransaction } from '../inTransaction.ts'
import { DAYS_IN_BIN } from './notInBin.ts'

const DAY = 86_400_000
/** Records of one table at a time. */
const AT_ONCE = 100

type Lying = { id: number | string; deletedAt: string } & Record<string, unknown>

/**
 * Clears what has lain in the bin long enough, each record in one transaction with its versions and its row in the
 * history; its key stays taken if it was ever public. One that a record names by now stays where it is. Only the one process that publishes
 * calls this.
 * @param now the clock, in milliseconds
 * @returns a sentence for each that went
 */
export async function clearBin(payload: Payload, now: number): Promise<string[]> {
  const before = new Date(now - DAYS_IN_BIN * DAY).toISOString()
  const told: string[] = []
  // Those that name others first.
  for (const table of [...TABLE_NAMES].reverse()) {
    const { docs } = await payload.db.find<Lying>({
      collection: table,
      where: { deletedAt: { less_than_equal: before } },
      sort: 'deletedAt',
      limit: AT_ONCE,
      pagination: false,
    })
    for (const doc of docs)
      if (await clear(payload, table, doc))
        told.push(`${nameOf(table, doc)}：在回收站里满${DAYS_IN_BIN}天，清出了`)
  }
  return told
}

const nameOf = (table: TableName, doc: Lying) => `${TABLES[table].label}${String(doc[TABLES[table].key])}`

async function clear(payload: Payload, table: TableName, { id }: Lying): Promise<boolean> {
  try {
    await inTransaction(payload, {}, async (req) => {
      Object.assign(req.context, { clearsBin: true } satisfies WriteContext)
      await req.payload.delete({ collection: table, id, trash: true, overrideLock: true, depth: 0, req })
    })
    return true
  } catch (error) {
    if (error instanceof APIError && error.status < 500) return false
    throw error
  }
}
