import { TABLES, type TableName } from '#domain/records/snapshot'
import type { Newsroom, OutboxRow } from '../newsroom/newsroom.ts'

/** How often one release of everything lets something more urgent before it; then it is finished whatever comes. */
export const MOST_WAYS = 3
/** How often a release of everything looks whether something more urgent has come, in milliseconds. */
const LOOK_EVERY = 250

/** A release of everything was given up for records that are to leave the public side at once; nothing was switched. */
export class GivesWay extends Error {
  readonly rows: OutboxRow[]

  constructor(rows: OutboxRow[]) {
    super('有撤下的在等，先让它上线，再接着全部重做')
    this.rows = rows
  }
}

/** A look for what is more urgent than the rows that are known; undefined where nothing may go before. */
export type Look = (known: readonly OutboxRow[]) => (() => Promise<void>) | undefined

type Asked = Pick<Newsroom, 'readOutbox' | 'wasWithdrawn'> & {
  now: () => Date
  /** Releases these rows alone. */
  first: (rows: OutboxRow[]) => Promise<void>
}

/**
 * Does work that may make everything anew. A withdrawal that comes meanwhile goes first: the work is given up, as a
 * release that failed is, and begun again.
 * @param ways how often; 0 where nothing small can be released on what is live
 * @throws what the work or the release of what goes first throws
 */
export async function givingWay<T>(
  ways: number,
  asked: Asked,
  work: (between: Look) => Promise<T>,
): Promise<T> {
  try {
    return await work((known) => (ways > 0 ? lookForUrgent(asked, known) : undefined))
  } catch (error) {
    if (!(error instanceof GivesWay)) throw error
    await asked.first(error.rows)
    return givingWay(ways - 1, asked, work)
  }
}

/** A newsroom that cannot be asked at this moment holds nothing up. */
function lookForUrgent(
  { now, readOutbox, wasWithdrawn }: Asked,
  known: readonly OutboxRow[],
): () => Promise<void> {
  const seen = new Set(known.map((row) => row.id))
  let last = now().getTime()
  return async () => {
    if (now().getTime() - last < LOOK_EVERY) return
    last = now().getTime()
    const come = (await readOutbox().catch(() => [])).filter((row) => !seen.has(row.id))
    const urgent: OutboxRow[] = []
    for (const row of come) {
      const isRecord = Object.hasOwn(TABLES, row.recordType)
      const leaves =
        isRecord && (await wasWithdrawn(row.recordType as TableName, row.reference).catch(() => false))
      if (leaves) urgent.push(row)
      else seen.add(row.id)
    }
    if (urgent.length > 0) throw new GivesWay(urgent)
  }
}
