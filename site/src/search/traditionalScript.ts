import { SIMPLIFIED, TRADITIONAL_GAPS } from '#domain/traditionalTable'
import type { TraditionalHolder } from './traditional.ts'

/** The table of traditional characters as a script; `traditional.ts` fetches it. */
const holder = globalThis as TraditionalHolder
holder.shaoxiangTraditional = { gaps: TRADITIONAL_GAPS, simplified: SIMPLIFIED }
