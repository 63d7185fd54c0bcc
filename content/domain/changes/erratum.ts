import type { PublicChange } from './publicChanges.ts'

/** How many characters an erratum changes at most, in all texts together. */
const MOST_CHARACTERS = 3

/** Figures in digits or in Chinese words. */
const NUMERALS = /[\d０-９〇零一二三四五六七八九十百千万亿两半廿卅.％%]/gu

/**
 * Why changes are more than an erratum, in a sentence; null where they are one: a few characters of text, and no
 * number, date, state, relation or photo.
 */
export function erratumFault(changes: readonly PublicChange[]): string | null {
  for (const { title, isWords, from, to } of changes) {
    if (!isWords) return `${title}变了`
    if (numerals(from) !== numerals(to)) return `${title}里的数字变了`
  }
  let changed = 0
  for (const { from, to } of changes) {
    changed += charactersBetween(words(from), words(to), MOST_CHARACTERS)
    if (changed > MOST_CHARACTERS) return `改了${MOST_CHARACTERS}个字以上`
  }
  return null
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')
const numerals = (value: unknown): string => (words(value).match(NUMERALS) ?? []).join('')

/** How many characters must be put, taken or exchanged to make one text of the other; some number above `most` where it is more. */
function charactersBetween(from: string, to: string, most: number): number {
  const [a, b] = withoutWhatIsShared([...from], [...to])
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      // Far from the diagonal the way is longer than asked.
      if (Math.abs(i - j) > most) next[j] = most + 1
      else {
        const exchanged = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
        next[j] = Math.min(exchanged, (row[j] ?? most) + 1, (next[j - 1] as number) + 1)
      }
    }
    if (Math.min(...next.slice(Math.max(0, i - most))) > most) return most + 1
    row = next
  }
  return row[b.length] as number
}

function withoutWhatIsShared(a: string[], b: string[]): [string[], string[]] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)]
}
