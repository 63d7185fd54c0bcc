/** A piece of a run: a word of the list, or what stands between such words. */
export type RunPart = { text: string; at: number; isListed: boolean }

/** A run of so many characters is one word, whether the list has it or not. */
const ONE_WORD = 3

/**
 * Splits a run by longest match against a list of words, from left to right. What begins no word of the list is one
 * part together with its neighbours of the same kind; a single character goes with the word of two before it.
 * @param isListed whether a text is a word of the list
 */
export function splitRun(run: string, longest: number, isListed: (text: string) => boolean): RunPart[] {
  if (run.length <= ONE_WORD) return [{ text: run, at: 0, isListed: run.length > 1 && isListed(run) }]
  return withSingles(longestMatches(run, longest, isListed))
}

function withSingles(parts: readonly RunPart[]): RunPart[] {
  const joined: RunPart[] = []
  for (const part of parts) {
    const before = joined.at(-1)
    if (part.text.length === 1 && before?.isListed && before.text.length === 2)
      joined[joined.length - 1] = { text: before.text + part.text, at: before.at, isListed: false }
    else joined.push(part)
  }
  return joined
}

function longestMatches(run: string, longest: number, isListed: (text: string) => boolean): RunPart[] {
  const parts: RunPart[] = []
  let begun = 0
  const close = (end: number) => {
    if (begun < end) parts.push({ text: run.slice(begun, end), at: begun, isListed: false })
  }
  let at = 0
  while (at < run.length) {
    let length = Math.min(longest, run.length - at)
    while (length > 1 && !isListed(run.slice(at, at + length))) length--
    if (length <= 1) {
      at++
      continue
    }
    close(at)
    parts.push({ text: run.slice(at, at + length), at, isListed: true })
    at += length
    begun = at
  }
  close(run.length)
  return parts
}
