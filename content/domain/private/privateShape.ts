import { MARK } from './oneSpelling.ts'

/** A kind of private sign with letters in it, and the shape that gives it away in a text of one spelling. */
export type Shape = {
  kind: string
  shape: RegExp
  /** A sign or word without which a text does not hold it: looked for first, because most texts have none. */
  needs?: RegExp
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
const ASKED = '(?:联[系络]|找|私[聊信]?|聊|搜索?|添?加|[Dd]{2}|滴滴)'
const PERSON = '(?:我们?|他们?|她|本人|一下|上|好友)'
/** What may stand between a label and what it names. */
export const NAMES = `${LINKS}(?:同?号码?|账号|帐号|名称?|昵称|ID|id|${ASKED}(?:方式|${PERSON})?)?${LINKS}(?:都)?(?:为|是|叫|搜|加)?${LINKS}`

/** One shape of several. */
export const anyOf = (shapes: readonly string[], flags = 'g') =>
  new RegExp(shapes.map((each) => `(?:${each})`).join('|'), flags)
