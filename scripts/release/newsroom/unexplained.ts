import type { Found } from './collect.ts'
import type { Newsroom } from './newsroom.ts'

/** Keeps records that vanished from the newsroom without an act: a loss must be acknowledged. */
export async function holdUnexplained(found: Found, wasWithdrawn: Newsroom['wasWithdrawn']): Promise<Found> {
  const kept: Found = { changes: [], held: [...found.held] }
  for (const c of found.changes) {
    if (c.after || (await wasWithdrawn(c.table, c.key))) kept.changes.push(c)
    else
      kept.held.push({
        table: c.table,
        key: c.key,
        reason: '数据库里没有了，却没有撤下或删除的记录；确认无误请运行 npm run release -- --full',
      })
  }
  return kept
}
