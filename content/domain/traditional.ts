import { SIMPLIFIED, TRADITIONAL_GAPS } from './traditionalTable.ts'

/** The table of traditional characters, as `traditionalTable.ts` has it. */
export type Traditional = { gaps: string; simplified: string }

/**
 * The table, or null where code was built without it: the public scripts fetch it once a text may need it, and then give
 * it to `learnTraditional`.
 */
export const TRADITIONAL: Traditional | null = { gaps: TRADITIONAL_GAPS, simplified: SIMPLIFIED }
