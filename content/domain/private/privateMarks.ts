import { hanDigitsPlain } from './digitRuns.ts'
import { likeDigitsPlain, oneSpelling } from './oneSpelling.ts'
import { privateNumbers } from './privateNumbers.ts'
import { privateSigns } from './privateSigns.ts'
import { mayBePrivate } from './privateTraces.ts'

/** A private number that must not stand in public text. */
export type PrivateMark = {
  /** What it is, in Chinese. */
  kind: string
  /** The number as it was read: one spelling, without what nobody sees. */
  text: string
  /** The words before it, by which a person finds the place. */
  before: string
}

/**
 * What an office's own way to be reached may be where a text stands: nothing; an e-mail address; also a mobile number
 * that it has published for everybody.
 */
export type OfficialContact = 'none' | 'mail' | 'numbers'
const MAY_STAND: Record<OfficialContact, readonly string[]> = {
  none: [],
  mail: ['邮箱'],
  numbers: ['邮箱', '手机号'],
}

/** How many characters of the words before a number are told. */
const TOLD = 8
/**
 * The private numbers in a text that is to become public, in order: mobile and identity numbers, plates, bank cards,
 * e-mail, WeChat and QQ, passports and military papers, in whatever way they are spelled. Landlines pass, and the
 * numbers of things (`WS-2026-770001`, meters, orders, hashes).
 * @param official what of an office may stand there
 */
function privateMarks(text: string, official: OfficialContact): PrivateMark[] {
  if (!mayBePrivate(text)) return []
  const plain = oneSpelling(text)
  const counted = hanDigitsPlain(plain)
  const like = likeDigitsPlain(plain)
  return [
    ...privateNumbers(plain),
    ...(like ? privateNumbers(like) : []),
    ...privateSigns(plain),
    ...(counted ? privateSigns(counted) : []),
  ]
    .filter(({ kind }) => !MAY_STAND[official].includes(kind))
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map(({ kind, from, to }) => ({
      kind,
      text: plain.slice(from, to),
      before: plain
        .slice(Math.max(0, from - TOLD), from)
        .replace(/\s+/g, ' ')
        .trimStart(),
    }))
}

/** The first private number in a text, or null. */
export function findPrivate(text: string, official: OfficialContact = 'none'): PrivateMark | null {
  return privateMarks(text, official)[0] ?? null
}

/** What is said of a private number: which, and where in the text, without repeating it. */
export function markInWords({ kind, text, before }: PrivateMark): string {
  return `有${kind}（“${before}${text.slice(0, 3)}…”），公开前要删掉`
}

/** What a private number looks like in a page when nobody hides it. */
const PLAIN =
  /(?<![\w.-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\w.-])|(?<![\dA-Fa-f])[1-9]\d{16}[\dXx](?![\dA-Fa-f])|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g

/**
 * The first private number in a rendered page that stands there plainly. It is a net for what comes from no record: of
 * one text it never finds what `findPrivate` does not.
 */
export function findOnPage(html: string): PrivateMark | null {
  for (const { index } of html.matchAll(PLAIN)) {
    const found = findPrivate(pieceAround(html, index))
    if (found) return found
  }
  return null
}

/** The text or the value of an attribute in which a place of a page lies. */
function pieceAround(html: string, place: number): string {
  const from = Math.max(...['>', '"'].map((end) => html.lastIndexOf(end, place - 1))) + 1
  const to = Math.min(
    ...['<', '"'].map((end) => html.indexOf(end, place)).map((at) => (at < 0 ? html.length : at)),
  )
  return html.slice(from, to)
}
