import { OTHER_FORMS } from './otherForms.ts'

/** Characters that nobody sees: of no width, of direction, of control. White space is none of them. */
const INVISIBLE = /\p{Cf}|\ufffd|[\ufe00-\ufe0f]|(?!\s)\p{Cc}/gu
/** Pieces that the compatibility form never joins with a neighbour: Korean letters, a character and its marks. */
const PIECE =
  /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff\uffa1-\uffdc]+[\p{M}\uff9e\uff9f]*|\P{M}[\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gu

/** Whether a UTF-16 unit is a Han character or half of one. */
export function isHan(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return (
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xd88f) ||
    unit === 0x3007
  )
}

/**
 * A text in the one form in which texts and questions are compared: compatibility characters, full width, capitals
 * and traditional characters folded, what nobody sees left out, white space as one space and none between Han.
 */
export function normalise(text: string): string {
  const folded = fold(text.replace(INVISIBLE, ''))
  return folded.replace(/\s+/g, (run, at: number) => spaceFor(folded, at, at + run.length))
}

/** `normalise`, with the place in the original of each UTF-16 unit of the result. */
export function normaliseMapped(text: string): { text: string; at: number[] } {
  const seen: number[] = []
  let visible = ''
  let from = 0
  const keep = (until: number) => {
    for (let i = from; i < until; i++) seen.push(i)
    visible += text.slice(from, until)
  }
  for (const { 0: gone, index } of text.matchAll(INVISIBLE)) {
    keep(index)
    from = index + gone.length
  }
  keep(text.length)

  const places: number[] = []
  let folded = ''
  for (const { 0: piece, index } of visible.matchAll(PIECE)) {
    const form = fold(piece)
    const straight = form.length === piece.length
    for (let i = 0; i < form.length; i++) places.push(seen[straight ? index + i : index] as number)
    folded += form
  }
  const at: number[] = []
  let out = ''
  from = 0
  const take = (until: number) => {
    for (let i = from; i < until; i++) at.push(places[i] as number)
    out += folded.slice(from, until)
  }
  for (const { 0: run, index } of folded.matchAll(/\s+/g)) {
    take(index)
    from = index + run.length
    const space = spaceFor(folded, index, from)
    if (space) at.push(places[index] as number)
    out += space
  }
  take(folded.length)
  return { text: out, at }
}

function spaceFor(text: string, start: number, end: number): string {
  if (start === 0 || end === text.length) return ''
  return isHan(text, start - 1) && isHan(text, end) ? '' : ' '
}

function fold(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase()
  let out = ''
  let from = 0
  for (let i = 0; i < folded.length; i++) {
    const form = folded.charCodeAt(i) < 0x80 ? undefined : OTHER_FORMS.get(folded.charAt(i))
    if (form === undefined) continue
    out += folded.slice(from, i) + form
    from = i + 1
  }
  return out + folded.slice(from)
}
