import { normaliseMapped } from '#domain/normalise'
import { el, type Tree } from '../tree.ts'

/** A stretch of a text, from a place up to another, in UTF-16 units of the text as it is written. */
type Stretch = { from: number; to: number }

/** Characters of an excerpt, and how many of them stand before the first found word. */
const EXCERPT = 72
const BEFORE = 16

/**
 * Where words stand in a text, in order and without overlaps. The words are normalised; the text is as it was written,
 * so that a traditional or full-width character is found and marked where it stands.
 */
export function foundIn(text: string, words: readonly string[]): Stretch[] {
  const { text: normal, at } = normaliseMapped(text)
  const found: Stretch[] = []
  for (const word of words) {
    if (word === '') continue
    for (let i = normal.indexOf(word); i >= 0; i = normal.indexOf(word, i + word.length)) {
      const last = at[i + word.length - 1] as number
      found.push({ from: at[i] as number, to: last + (isHighSurrogate(text, last) ? 2 : 1) })
    }
  }
  found.sort((a, b) => a.from - b.from || b.to - a.to)
  const joined: Stretch[] = []
  for (const next of found) {
    const before = joined.at(-1)
    if (before && next.from <= before.to) before.to = Math.max(before.to, next.to)
    else joined.push({ ...next })
  }
  return joined
}

function isHighSurrogate(text: string, place: number): boolean {
  const code = text.charCodeAt(place)
  return code >= 0xd800 && code < 0xdc00
}

/** A text with the words marked where they stand. */
export function marked(text: string, words: readonly string[]): Tree[] {
  return markedBetween(text, foundIn(text, words), 0, text.length)
}

function markedBetween(text: string, found: readonly Stretch[], from: number, to: number): Tree[] {
  const trees: Tree[] = []
  let done = from
  for (const stretch of found) {
    const start = Math.max(stretch.from, from)
    const end = Math.min(stretch.to, to)
    if (start >= end) continue
    if (start > done) trees.push(text.slice(done, start))
    trees.push(el('mark', {}, text.slice(start, end)))
    done = end
  }
  if (done < to) trees.push(text.slice(done, to))
  return trees
}

/**
 * The part of a record's texts that shows most of the words, with the words marked; the beginning of the longest text
 * where none of them stands in any, and null where there is no text.
 */
export function excerptOf(texts: readonly string[], words: readonly string[]): Tree[] | null {
  let best: { text: string; found: Stretch[]; many: number } | null = null
  for (const text of texts) {
    if (text === '') continue
    const many = words.filter((word) => foundIn(text, [word]).length > 0).length
    if (!best || many > best.many || (many === 0 && best.many === 0 && text.length > best.text.length))
      best = { text, found: foundIn(text, words), many }
  }
  if (!best) return null
  const { text, found } = best
  const first = found[0]?.from ?? 0
  const from = first > BEFORE + 2 ? first - BEFORE : 0
  const to = from + EXCERPT >= text.length ? text.length : from + EXCERPT
  return [
    ...(from > 0 ? ['……'] : []),
    ...markedBetween(text, found, from, to),
    ...(to < text.length ? ['……'] : []),
  ]
}
