import { monthOf } from '../dates.ts'
import type { Case } from '../records/case.ts'

/** What an event does to the stock of open cases: one comes in, or one goes out. */
export type StockMove = { index: number; by: 1 | -1 }

/**
 * The events by which a case comes into the stock of open cases and goes out of it: its whistle, the first closure of
 * what is open, the reopening of what is closed. Empty where they cannot be summed by months: the month of one is not
 * known, or the case ends otherwise than they say (resolved by a report’s word, which has no day).
 */
export function stockMoves(c: Pick<Case, 'timeline' | 'status'>): StockMove[] {
  const moves: StockMove[] = []
  let isIn = false
  c.timeline.forEach(({ kind }, index) => {
    if (kind === (isIn ? 'closure' : moves.length === 0 ? 'whistle' : 'reopened')) {
      isIn = !isIn
      moves.push({ index, by: isIn ? 1 : -1 })
    }
  })
  const isKnown = moves.every(({ index }) => monthOf(c.timeline[index]?.at ?? ''))
  const endsSo = c.status !== 'reported-resolved' && isIn === (c.status !== 'closed')
  return isKnown && endsSo ? moves : []
}
