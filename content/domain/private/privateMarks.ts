import { oneSpelling } from './oneSpelling.ts'
import { findCertain, type PrivateSpan } from './privateSpans.ts'

/** How many characters of the words before a find are told. */
const TOLD = 8

/** What is said of private words in a text: which, and where, without repeating them. */
export function spanInWords(text: string, { kind, strength, start, end, masked }: PrivateSpan): string {
  const before = text
    .slice(Math.max(0, start - TOLD), start)
    .replace(/\s+/g, ' ')
    .trimStart()
  const head = text.slice(start, Math.min(end, start + 3))
  const what = `有${kind}（“${before}${head}…”）`
  return strength === 'certain'
    ? `${what}，公开前要删掉，或改成“${masked}”`
    : `${what}：要么改成“${masked}”，要么写明保留的理由`
}

/** What a private number looks like in a page when nobody hides it. */
const PLAIN =
  /(?<![\w.-])1[3-9]\d(?:[ -]?\d{4}){2}(?![\w.-])|(?<![\dA-Fa-f])[1-9]\d{16}[\dXx](?![\dA-Fa-f])|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])/g

/** Private words in a page: in one spelling, and what is said of them. */
export type FoundOnPage = { text: string; sentence: string }

/**
 * The first private number in a rendered page that stands there plainly. It is a net for what comes from
 * no record: of one text it never finds what `findCertain` does not.
 */
export function findOnPage(html: string): FoundOnPage | null {
  for (const { index } of html.matchAll(PLAIN)) {
    const piece = pieceAround(html, index)
    const [found] = findCertain(piece)
    if (found) return { text: oneSpelling(found.text), sentence: spanInWords(piece, found) }
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
