import { MARK } from './oneSpelling.ts'

/** A kind of private sign with letters in it, and the shape that gives it away in a text of one spelling. */
export type Shape = {
  kind: string
  shape: RegExp
  /** What stands before it when it is no private sign. */
  unless?: RegExp
  /** How many digits it has at least. */
  digits?: number
  /** Whether a unit after it says that something is counted. */
  uncounted?: boolean
}

/** Any mark but what ends a sentence or parts the items of a list. */
export const LINK = `(?:(?![、，,;；。！？!?])${MARK})`
const LINKS = `${LINK}{0,3}`
/** What may stand between a label and what it names. */
export const NAMES = `${LINKS}(?:号码?|账号|帐号|名称?|昵称|ID|id|联系(?:方式)?|搜索?|添?加)?${LINKS}(?:都)?(?:为|是|叫|搜|加)?${LINKS}`

/** One shape of several. */
export const anyOf = (shapes: readonly string[], flags = 'g') =>
  new RegExp(shapes.map((each) => `(?:${each})`).join('|'), flags)
