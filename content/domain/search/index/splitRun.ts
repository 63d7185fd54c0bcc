/** A piece of a run: a word of the list, or what stands between such words. */
export type RunPart = { text: string; at: number; isListed: boolean }

/**
 * Splits a run by longest match against a list of words, from left to right. What begins no word of the list is one
 * part together with its neighbours of the same kind.
 * @param isListed whether a text is a word of the list
 */
export function splitRun(run: string, longest: number, isListed: (text: string) => boolean): RunPart[] {
  const parts: RunPart[] = []
  let begun = 0
  const close = (end: number) => {
    if (begun < end) parts.push({ text: run.slice(begun, end), at: begun, isListed: false })
  }
  let at = 0
  while (at < run.length) {
    let length = Math.min(longest, run.length - at)
    while (length > 0 && !isListed(run.slice(at, at + length))) length--
    if (length === 0) {
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
