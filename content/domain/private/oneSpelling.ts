import { OTHER_FORMS } from '../otherForms.ts'
import { calledPlain } from './hanDigits.ts'

/** What nobody sees, or what only changes the sign before it; line ends and tabs part words and stay. */
const UNSEEN = /(?![\n\r\t])[\p{C}\p{Default_Ignorable_Code_Point}\p{Mn}\p{Me}\u2800]/gu
/** Content hashes and the like hold any digits: they are names of files and not numbers. */
const HASH = /(?<![0-9a-z])(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{20,}(?![0-9a-z])/gi

/** Digits for which Unicode knows no plain one: the sign for one of each kind; those up to nine follow it. */
const ONES = [0x2776, 0x2780, 0x278a, 0x24f5, 0x3021, 0x1369, 0x10107, 0x10e60, 0x1d360]
const OTHER_DIGITS: ReadonlyMap<string, string> = new Map([
  ...ONES.flatMap((one) =>
    Array.from({ length: 9 }, (_, n): [string, string] => [String.fromCodePoint(one + n), String(n + 1)]),
  ),
  ...[0x24ff, 0x1f10b, 0x1f10c].map((zero): [string, string] => [String.fromCodePoint(zero), '0']),
])
const OTHER_DIGIT = new RegExp(`[${[...OTHER_DIGITS.keys()].join('')}]`, 'gu')
const TRADITIONAL = new RegExp(
  `[${[...OTHER_FORMS.keys()].filter((sign) => sign >= '\u4e00').join('')}]`,
  'g',
)

/** Marks that say something where they stand; any other but those of ASCII is a middle dot. */
const KEPT = '、。【】“”‘’《》·¥×➕'
const OTHER_MARK = new RegExp(String.raw`(?![ -~\s${KEPT}])[\p{P}\p{S}\p{Z}ー]`, 'gu')
/**
 * Any mark or blank in a text of one spelling, as people put them into a number so as to read it better, or so as to hide
 * it: whatever is neither a letter nor a digit, and the Japanese long stroke.
 */
export const MARK = String.raw`[\s!-/:-@\[-\x60{-~${KEPT}]`

/**
 * A text with one spelling for every sign, and without what nobody sees: digits of every script and in every ring are
 * plain ones, traditional characters are simplified; zero-width and private-use characters, blanks that only Braille or
 * Korean have and combining marks are gone. Hashes are taken out.
 */
export function oneSpelling(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/(?![0-9])\p{Nd}/gu, plainDigit)
    .replace(OTHER_DIGIT, (sign) => OTHER_DIGITS.get(sign) as string)
    .replace(TRADITIONAL, (sign) => OTHER_FORMS.get(sign) as string)
    .replaceAll('🐧', '企鹅')
    .replace(OTHER_MARK, (sign) => '·'.repeat(sign.length))
    .replace(HASH, (hash) => '§'.repeat(hash.length))
  return calledPlain(plain)
}

/** The value of a decimal digit of any script: those of one script follow each other from zero. */
function plainDigit(sign: string): string {
  const code = sign.codePointAt(0) as number
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}

/** Letters that look like one and zero: Latin, Greek and Cyrillic. */
export const LIKE_ONE = 'lI'
export const LIKE_ZERO = 'OoΟοОо'
const LIKE_DIGITS = new RegExp(
  `(?<![A-Za-z])(?=[${LIKE_ONE}${LIKE_ZERO}]{0,18}[0-9])[0-9${LIKE_ONE}${LIKE_ZERO}]+(?![A-Za-z])`,
  'g',
)
const LIKE_DIGIT = new RegExp(`[${LIKE_ONE}${LIKE_ZERO}]`, 'g')

/** The same text with letters among digits as the digits that they look like, sign for sign; null where there are none. */
export function likeDigitsPlain(text: string): string | null {
  const plain = text.replace(LIKE_DIGITS, (word) =>
    word.replace(LIKE_DIGIT, (sign) => (LIKE_ONE.includes(sign) ? '1' : '0')),
  )
  return plain === text ? null : plain
}
