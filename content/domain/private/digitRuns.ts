import { MARK } from './oneSpelling.ts'

/** Digits that stand together in one way of writing them. `from` and `to` are places in the text. */
export type DigitGroup = { digits: string; from: number; to: number; isHan: boolean }
/** Groups that only blanks and marks part: one number, or several beside each other. */
export type DigitRun = DigitGroup[]

/** Han signs that write single digits. */
const HAN_DIGITS: Record<string, string> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((sign, n) => [sign, String(n)])),
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((sign, n) => [sign, String(n)])),
  ...{ '○': '0', 幺: '1', 貳: '2', 參: '3', 参: '3', 陸: '6' },
}
/** Them as one text. */
export const HAN = Object.keys(HAN_DIGITS).join('')

const GROUP = new RegExp(`[0-9]+|[${HAN}]+`, 'g')
const ANY_HAN = new RegExp(`[${HAN}]`, 'g')
/** Enough Han digits for a number, or one among letters and digits as on a plate. */
const COUNTED = new RegExp(`[${HAN}]{4}|[A-Za-z0-9][${HAN}]|[${HAN}][A-Za-z0-9]`)
/** What may stand between two groups of one number. */
const BETWEEN = new RegExp(`^${MARK}{0,6}$`)

/** The same text with Han digits as plain ones, sign for sign; null where none of them can be part of a number. */
export function hanDigitsPlain(text: string): string | null {
  if (!COUNTED.test(text)) return null
  return text.replace(ANY_HAN, (sign) => HAN_DIGITS[sign] as string)
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
    const digits = isHan ? [...written].map((sign) => HAN_DIGITS[sign]).join('') : written
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
