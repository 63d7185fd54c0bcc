import { percent } from '#domain/figures/figure'
import { type Empty, emptyWords } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import { divisionWords, largePercent } from '../format.ts'

/** The call-back of a case: the share satisfied beside the share asked. */
export type CaseSatisfaction = { satisfied: string; asked: string | Empty; words: string; proof: string[] }

/** What a call-back gave, or null where there was none. */
export function caseSatisfaction(c: Row<'cases'>): CaseSatisfaction | null {
  const s = c.satisfaction
  if (!s) return null
  const share = percent(s.satisfied, s.asked)
  const unasked = emptyWords('households', c.origin, c.status)
  const reach = s.households ? percent(s.asked, s.households) : null
  return {
    satisfied: largePercent(share, s.asked),
    asked: reach === null ? unasked : largePercent(reach, s.households ?? 0),
    words: `问到${s.asked}户，${s.satisfied}户满意，${s.asked - s.satisfied}户不满意${s.households ? `；受影响的共${s.households}户` : ''}。`,
    proof: [
      divisionWords(s.satisfied, s.asked, share),
      s.households ? divisionWords(s.asked, s.households, reach) : `受影响的户数${unasked.words}`,
    ],
  }
}
