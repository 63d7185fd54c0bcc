import { HAN, hanPlain } from './hanDigits.ts'
import { MARK } from './oneSpelling.ts'

/** Digits that stand together in one way of writing them. `from` and `to` are places in the text. */
export type DigitGroup = { digits: string; from: number; to: number; isHan: boolean }
/** Groups that only blanks and marks part: one number, or several beside each other. */
export type DigitRun = DigitGroup[]

const GROUP = new RegExp(`[0-9]+|[${HAN}]+`, 'g')
/** Enough Han digits for a number, or one among letters and digits as on a plate. */
const COUNTED = new RegExp(`[${HAN}]{4}|[A-Za-z0-9][${HAN}]|[${HAN}][A-Za-z0-9]`)
/** What may stand between two groups of one number. */
const BETWEEN = new RegExp(`^${MARK}{0,6}$`)

/** The same text with Han digits as plain ones, sign for sign; null where none of them can be part of a number. */
export function hanDigitsPlain(text: string): string | null {
  if (!COUNTED.test(text)) return null
  return hanPlain(text)
}

/** A name may end in a number word (张三): it is no part of the number that follows. */
function withoutNameBefore(digits: string): number {
  const at = digits.length - 11
  return (at === 1 || at === 2) && /^1[3-9]/.test(digits.slice(at)) ? at : 0
}

/** The runs of at least eleven digits in a text of one spelling. */
export function digitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  let run: DigitRun = []
  for (const found of text.matchAll(GROUP)) {
    const [written] = found
    const isHan = !/^[0-9]/.test(written)
    const digits = hanPlain(written)
    const skipped = isHan ? withoutNameBefore(digits) : 0
    const from = found.index + skipped
    const group = { digits: digits.slice(skipped), from, to: found.index + written.length, isHan }
    const last = run.at(-1)
    if (last && !BETWEEN.test(text.slice(last.to, group.from))) {
      runs.push(run)
      run = []
    }
    run.push(group)
  }
  runs.push(run)
  return runs.filter((groups) => groups.reduce((sum, g) => sum + g.digits.length, 0) >= 11)
}
