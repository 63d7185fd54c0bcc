import type { DutyAnswer } from './dutyBook.ts'

/** How strongly an answer of the duty list speaks for its duties: of a sure one, of the best of several, of the others. */
const SURE = 1
const BEST = 0.7
const ALSO = 0.3

/** How strongly the duty list speaks for the duties of its answer: code → from 0 to 1. */
export function leaningOf({ best, also, isSure }: DutyAnswer): Map<string, number> {
  return new Map([
    ...also.map(({ duty }) => [duty.code, ALSO] as const),
    ...(best ? [[best.duty.code, isSure ? SURE : BEST] as const] : []),
  ])
}
