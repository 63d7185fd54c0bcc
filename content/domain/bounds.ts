import { z } from 'zod'
import { telling } from './field.ts'

/**
 * Whole numbers within what they can be. A slip of the hand, or a telephone number in a number field, must not become
 * a limit of a million years or a compound of ten thousand million households.
 */
function whole(from: number, to: number, unit?: string) {
  const said = `要写 ${from} 到 ${to} 的整数${unit ? `（${unit}）` : ''}`
  const number = z
    .number({ error: ({ input }) => (input === undefined || input === null ? undefined : said) })
    .int(said)
    .min(from, said)
    .max(to, said)
  return unit ? telling(number, { unit }) : number
}

/** A limit in hours: a year at most. */
export const hours = whole(1, 8_784, '小时')
/** A limit in working days. */
export const workingDays = whole(1, 1_000, '工作日')
/** Households of a place, or of those whom a matter concerns: no city has more. */
export const households = whole(1, 10_000_000, '户')
/** The same where there may be none. */
export const householdsOrNone = whole(0, 10_000_000, '户')
/** A side of a picture. */
export const pixels = whole(1, 100_000, '像素')
/** What a source has counted. */
export const countedThings = whole(0, 1_000_000_000_000)
