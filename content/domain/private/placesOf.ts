import { oneSpelling } from './oneSpelling.ts'

/**
 * From places in a text of one spelling to those in the text as it was given. Signs are spelled one by one; where that
 * gives another text than spelling them together, places lie in proportion, so that the words are at least marked.
 */
export function placesOf(text: string, plain: string): (place: number) => number {
  if (text === plain) return (place) => place
  const starts: number[] = []
  let spelled = ''
  let at = 0
  for (const sign of text) {
    const own = oneSpelling(sign)
    for (let i = 0; i < own.length; i++) starts.push(at)
    spelled += own
    at += sign.length
  }
  if (spelled.length !== plain.length)
    return (place) => Math.round((place / Math.max(1, plain.length)) * text.length)
  return (place) => (place >= starts.length ? text.length : (starts[place] as number))
}
