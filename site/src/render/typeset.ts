/** What a browser would break, or set at the start of a line, although it is read as one: held together here, for every page. */

/** A tag with its attributes; what is not running text as a whole. */
const NOT_TEXT =
  /<(script|style|svg|code|pre|select|textarea)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^"'<>]*(?:(?:"[^"]*"|'[^']*')[^"'<>]*)*>/g
const UNITS = '小时|分钟|个月|大类|[年月日天时分秒次件条个家人项份篇位处步行款名场张版岁户米%％]'
/** `2022年`, `13件`, `1,000行`, `85.66%`; `z＝1.96`; `DEMO-2022-001089`; `review-meetings.json`. */
const WHOLE = new RegExp(
  `\\d[\\d.:,]*(?:${UNITS})|\\b[a-z]＝[\\d.]+|[A-Z]{2,}(?:-[A-Z\\d]+)+|[\\w-]+\\.(?:json|csv)`,
  'g',
)
/** A number that carries its marks, and the unit after it. */
const MARKED = new RegExp(`<span [^<>]*>[\\d.,]+</span>(?:${UNITS})`, 'g')
/** Text of fewer characters without a name in it fits its line. */
const SHORT = 7
/** Space that only the source has: before a mark that ends something. */
const STRAY_SPACE = /\s+(?=[。，、；：！？）》」”])/g
/** A separator that a span begins with. */
const LED = /\s+(<span\b[^<>]*>)\s*(?=·\s)/g
const BEFORE_SEPARATOR = /\s+(?=·\s)/g
/** What comes out of a sum stands on the line of its sign of equality. */
const BEFORE_RESULT = /(?<=＝)\s+/g

/**
 * A page whose numbers and references are held together, in an element that no style but its own knows, and whose
 * separators and closing marks belong to the word before them.
 */
export function typeset(html: string): string {
  const body = Math.max(0, html.indexOf('<body'))
  let from = body
  let set = html.slice(0, body)
  for (const { 0: other, index } of html.slice(body).matchAll(NOT_TEXT)) {
    set += typesetText(html.slice(from, body + index)) + other
    from = body + index + other.length
  }
  return (set + typesetText(html.slice(from))).replace(MARKED, '<n-b>$&</n-b>').replace(LED, '$1\u00a0')
}

function typesetText(text: string): string {
  if (text.length < 2) return text
  const spaced = text
    .replace(STRAY_SPACE, '')
    .replace(BEFORE_SEPARATOR, '\u00a0')
    .replace(BEFORE_RESULT, '\u00a0')
  const isShort = spaced.trim().length < SHORT && !/[a-z]/i.test(spaced)
  return isShort ? spaced : spaced.replace(WHOLE, '<n-b>$&</n-b>')
}
