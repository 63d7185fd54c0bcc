import { APIError, type Payload } from 'payload'
import { TABLE_NAMES, TABLES, type TableName } from '#domain/records/snapshot'
import { isAway } from '../databaseErrors.ts'
import type { WriteContext } from '../hooks/writeContext.ts'
import { inTransaction } from '../inTransaction.ts'
import { DAYS_IN_BIN } from './notInBin.ts'

const DAY = 86_400_000
/** So many records of one table go at one look, that publishing need not wait long. */
const AT_ONCE = 100

type Lying = { id: number | string } & Record<string, unknown>

/**
 * Clears what has lain in the bin long enough, each record in one transaction with its versions and its row in the
 * history; its key stays taken if it was ever public. One that a record names by now stays where it is. Only the one process that publishes
 * calls this.
 * @param now the clock, in milliseconds
 * @param atOnce at most so many of a table go; those that stay hold up none that came later
 * @returns a sentence for each that went, and for each with which that failed
 */
export async function clearBin(payload: Payload, now: number, atOnce = AT_ONCE): Promise<string[]> {
  const before = new Date(now - DAYS_IN_BIN * DAY).toISOString()
  const told: string[] = []
  // Those that name others first.
  for (const table of [...TABLE_NAMES].reverse()) {
    const { docs } = await payload.db.find<Lying>({
      collection: table,
      where: { deletedAt: { less_than_equal: before } },
      sort: 'deletedAt',
      select: { [TABLES[table].key]: true },
      limit: 0,
      pagination: false,
    })
    let done = 0
    for (const doc of docs) {
      if (done === atOnce) break
      const end = await clear(payload, table, doc)
      if (end === null) continue
      if (end === CLEARED) done++
      told.push(`${TABLES[table].label}${String(doc[TABLES[table].key])}：${end}`)
    }
  }
  return told
}

const CLEARED = `在回收站里满${DAYS_IN_BIN}天，清出了`

/** What became of one, in words; null where it has to stay. One that fails holds up no other. */
async function clear(payload: Payload, table: TableName, { id }: Lying): Promise<string | null> {
  try {
    await inTransaction(payload, {}, async (req) => {
      Object.assign(req.context, { clearsBin: true } satisfies WriteContext)
      await req.payload.delete({ collection: table, id, trash: true, overrideLock: true, depth: 0, req })
    })
    return CLEARED
  } catch (error) {
    if (error instanceof APIError && error.status < 500) return null
    if (isAway(error)) throw error
    return `没能从回收站清出：${error instanceof Error ? error.message : String(error)}`
  }
}
