/** Digits that stand together in one way of writing them. `from` and `to` are places in the text. */
export type DigitGroup = { digits: string; from: number; to: number }
/** Groups that only blanks and separators part: one number, or several beside each other. */
export type DigitRun = DigitGroup[]

/** Han signs that write single digits. */
const HAN_DIGITS: Record<string, string> = {
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((sign, n) => [sign, String(n)])),
  ...Object.fromEntries([...'零壹贰叁肆伍陆柒捌玖'].map((sign, n) => [sign, String(n)])),
  ...{ '○': '0', 幺: '1', 貳: '2', 參: '3', 陸: '6' },
}
/** Them as one text. */
export const HAN = Object.keys(HAN_DIGITS).join('')

/** What people put inside a number so as to read it better, or so as to hide it; at most so many in a row. */
const SEPARATORS = String.raw`\s\-‐‑‒–—―−﹣_￣~/\\|,.·•・。()\[\]*'’:;+=^`
const GROUP = new RegExp(`[0-9]+|[${HAN}]+`, 'g')
const ANY_HAN = new RegExp(`[${HAN}]`, 'g')
const FOUR_HAN = new RegExp(`[${HAN}]{4}`)
/** What may stand between two groups of one number. */
export const BETWEEN = new RegExp(`^[${SEPARATORS}]{0,3}$`)
/** Content hashes and the like hold any digits: they are names of files and not numbers. */
const HASH = /(?<![0-9a-z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{20,}(?![0-9a-z])/gi

/**
 * A text with one spelling for every sign, and without what nobody sees: full-width, Arabic-Indic and other digits are
 * plain ones; zero-width characters, soft hyphens and combining marks are gone. Hashes are taken out.
 */
export function oneSpelling(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(/(?![\n\r\t])[\p{Cf}\p{Mn}\p{Me}\p{Cc}]/gu, '')
    .replace(/(?![0-9])\p{Nd}/gu, (sign) => plainDigit(sign))
    .replace(/[\u2776-\u277e\u2780-\u2788\u278a-\u2792]/g, (sign) =>
      String(((sign.charCodeAt(0) - 0x2776) % 10) + 1),
    )
  return plain.replace(HASH, '§')
}

/** The value of a decimal digit of any script: those of one script follow each other from zero. */
function plainDigit(sign: string): string {
  const code = sign.codePointAt(0) as number
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

/** The same text with Han digits as plain ones, sign for sign; null where no four of them stand together. */
export function hanDigitsPlain(text: string): string | null {
  if (!FOUR_HAN.test(text)) return null
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
    const group = { digits: digits.slice(skipped), from, to: found.index + written.length }
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
