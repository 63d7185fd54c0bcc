/** Height on a phone of 360 px from which a page begins with a list of what is on it, in pixels of the estimate below. */
const LONG = 5400
/** A list that stands open; a longer one is folded, so that it never pushes the page itself off the first screen. */
const MOST_OPEN = 6
const CHARACTERS_OF_A_LINE = 19

const MAIN = /<main\b[^>]*>[\s\S]*<\/main>/
const DRAWING = /<svg\b[\s\S]*?<\/svg>/g
const FOLDED = /<details(?![^>]*\sopen)[^>]*>[\s\S]*?<\/details>/g
const TABLE = /<table\b[\s\S]*?<\/table>/g
const BLOCK = /<\/?(?:p|li|tr|td|th|dt|dd|div|h1|h2|h3|summary|section)\b[^>]*>/
const HEAD = /(?:<section\b[^>]*?\sid="([^"]+)"[^>]*>\s*)?<h2\b([^>]*)>([\s\S]*?)<\/h2>/g

/**
 * Puts a list of its sections under the title of a long page. How long a page is, is told from what it prints: lines
 * beside tables are taller than the lines of their cells, and what is folded or drawn takes no lines. Sections keep
 * their own anchors; heads without one get one. A head in a fold is listed as well: the browser opens the fold that an
 * anchor lies in, and wide screens show it open. A page of a single section has nothing to choose from.
 */
export function withContents(html: string): string {
  const main = MAIN.exec(html)?.[0]
  const end = main?.indexOf('</header>') ?? -1
  if (!main || end < 0) return html
  const shown = main.replace(DRAWING, '').replace(FOLDED, '<p>…</p>')
  const heads = [...shown.matchAll(HEAD)].length
  if (heads < 2 || heightOf(shown, heads) < LONG) return html

  const items: string[] = []
  const marked = main.replace(
    HEAD,
    (all, ofSection: string | undefined, attributes: string, inner: string) => {
      const own = /\sid="([^"]+)"/.exec(attributes)?.[1]
      const id = ofSection ?? own ?? `bufen-${items.length + 1}`
      items.push(`<a href="#${id}">${wordsOf(inner)}</a>`)
      return ofSection || own ? all : all.replace('<h2', `<h2 id="${id}"`)
    },
  )
  const list = `<nav class="try contents" aria-label="这一页有什么">${items.join(' ')}</nav>`
  const folded = `<details class="contents"><summary>这一页有${items.length}部分</summary>${list}</details>`
  const at = marked.indexOf('</header>')
  const complete = marked.slice(0, at) + (items.length > MOST_OPEN ? folded : list) + marked.slice(at)
  return html.replace(main, () => complete)
}

/** Estimate of the height of a page at 360 px. */
function heightOf(shown: string, heads: number): number {
  const cells = (shown.match(TABLE) ?? []).join('')
  return 45 * linesOf(shown.replace(TABLE, '')) + 22 * linesOf(cells) + 60 * heads
}

function linesOf(html: string): number {
  const texts = html.split(BLOCK).map((part) => part.replace(/<[^>]+>/g, '').trim())
  return texts.reduce((all, text) => all + Math.ceil(text.length / CHARACTERS_OF_A_LINE), 0)
}

/** The words of a head, without the smaller ones beside them. */
function wordsOf(inner: string): string {
  return inner
    .replace(/<(span|b)\b[^>]*>[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .trim()
}
