import { DateTime } from 'luxon'
import { type DigitRun, digitRuns } from './digitRuns.ts'
import { isOfMachines } from './machineNumbers.ts'
import { type Candidate, candidateOf, isFree, isListed } from './numberCandidate.ts'

/** A private number in a text of one spelling: what it is and where. */
export type PrivateNumber = { kind: string; from: number; to: number }

/** The longest private number of digits: a bank card. */
const LONGEST = 19
/** What digits alone must be to be any of them: most groups of a text are told apart by this at once. */
const LIKELY = /^(?:(?:00)?86|0)?1[3-9]\d{9}$|^\d{15,19}$/
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** Ways to group the eleven digits of a mobile number; any other grouping of eleven digits is a list of numbers. */
const MOBILE_GROUPS = new Set(
  [
    '11',
    '3 4 4',
    '3 8',
    '7 4',
    '4 4 3',
    '4 3 4',
    '5 6',
    '6 5',
    '3 3 5',
    '3 5 3',
    '1 10',
    '1 2 4 4',
    '3 2 2 2 2',
  ]
    .concat(['3 4 2 2', '5 3 3', '2 2 2 2 2 1', '1 2 2 2 2 2', '3 2 2 4', '3 2 3 3', '3 3 3 2', '3 4 3 1'])
    .concat([Array(11).fill('1').join(' ')]),
)
/** The same of a number in a list, whose own marks part its groups. */
const LISTED_GROUPS = new Set(['11', '3 4 4', '3 8', '7 4', '4 4 3', '4 3 4', '3 3 5', '5 6', '6 5', '1 10'])
const CARD_GROUPS = new Set(['6 10', '6 13', '8 8', '8 11', '6 4 4 5', '6 4 4 2', '4 6 6', '4 12', '4 15'])

/** The private numbers made of digits in a text of one spelling: mobile numbers, identity numbers, bank cards. */
export function privateNumbers(text: string): PrivateNumber[] {
  return digitRuns(text).flatMap((run) => numbersIn(run, text))
}

function numbersIn(run: DigitRun, text: string): PrivateNumber[] {
  const found: PrivateNumber[] = []
  for (let first = 0; first < run.length; first++) {
    for (let last = first, digits = ''; last < run.length; last++) {
      digits += (run[last] as DigitRun[number]).digits
      if (digits.length > LONGEST) break
      if (!LIKELY.test(digits)) continue
      const candidate = candidateOf(run, first, last, text)
      const kind = kindOf(candidate)
      if (!kind) continue
      const isChecked = kind === '身份证号' && digits.length === 17
      found.push({ kind, from: candidate.from, to: candidate.to + (isChecked ? candidate.check : 0) })
      // What follows the number is looked at anew; its own groups are used up.
      first = last
      break
    }
  }
  return found
}

function kindOf(c: Candidate): string | null {
  const { digits, said } = c
  if (digits.length === 17 && c.check && isIdentity(`${digits}X`)) return '身份证号'
  if (digits.length === 18 && isIdentity(digits)) return '身份证号'
  // Grouped as on the card it is one, whatever its check digit.
  if (/^6 8 [34]$|^6 4 4 [34]$/.test(c.lengths.join(' ')) && isWrittenIdentity(c)) return '身份证号'
  if (said.paper && isWrittenIdentity(c)) return '身份证号'
  if (said.bank && /^\d{16,19}$/.test(digits)) return '银行卡号'
  if (said.thing || c.isCountedList || (!said.nearPhone && isOfMachines(c))) return null
  if (isMobile(c)) return '手机号'
  if (digits.length === 15 && isOldIdentity(digits) && isEven(c, [6, 6, 3])) return '身份证号'
  if (isCard(digits) && (isEven(c, [4, 4, 4, 4, 4]) || CARD_GROUPS.has(c.lengths.join(' ')) || isFree(c)))
    return '银行卡号'
  return null
}

function isWrittenIdentity({ digits, check, said }: Candidate): boolean {
  if (digits.length === 15) return isOldIdentity(digits)
  const isLong = digits.length === 18 || (digits.length === 17 && (check > 0 || said.paper))
  return isLong && PROVINCE.test(digits) && isBirthday(digits.slice(6, 14))
}

/** Eleven digits as the networks give them out, with the country's code or the long-distance zero before them or not. */
function isMobile(c: Candidate): boolean {
  const { digits, lengths, isJoined } = c
  const code = /^(?:(?:00)?86|0)?(?=1[3-9]\d{9}$)/.exec(digits)?.[0]
  if (code === undefined) return false
  if (isJoined || isFree(c)) return true
  const own = [...lengths]
  for (let left = code.length; left > 0; ) {
    const taken = Math.min(left, own[0] as number)
    left -= taken
    if (own[0] === taken) own.shift()
    else own[0] = (own[0] as number) - taken
  }
  return (isListed(c) ? LISTED_GROUPS : MOBILE_GROUPS).has(own.join(' '))
}

/** Whether groups are the usual ones, all one, each digit alone, or in two scripts. */
function isEven({ lengths, isJoined }: Candidate, usual: readonly number[]): boolean {
  if (lengths.length === 1 || isJoined || lengths.every((n) => n === 1)) return true
  return lengths.every((n, i) => n === usual[i] || (i === lengths.length - 1 && n < (usual[i] ?? 0)))
}

/** GB 11643: province, date of birth and check sign. */
function isIdentity(sign: string): boolean {
  if (!PROVINCE.test(sign) || !isBirthday(sign.slice(6, 14))) return false
  const sum = [...sign.slice(0, 17)].reduce((s, digit, i) => s + Number(digit) * (2 ** (17 - i) % 11), 0)
  return '10X98765432'[sum % 11] === sign[17]
}

/** The fifteen digits given out until 1999. */
function isOldIdentity(digits: string): boolean {
  const year = Number(digits.slice(6, 8))
  return PROVINCE.test(digits) && year >= 20 && isBirthday(`19${digits.slice(6, 12)}`)
}

function isBirthday(digits: string): boolean {
  const date = DateTime.fromFormat(digits, 'yyyyMMdd')
  return date.isValid && date.year >= 1900 && date.year <= 2100
}

const CARD =
  /^(6[0239]\d{14,17}|955\d{13,16}|4\d{15}|(?:436742|456351|421349|43406[12]|103000)\d{13}|5[1-5]\d{14}|35\d{14})$/
/** Bank cards by their first digits (UnionPay, older cards of Chinese banks, Visa, Mastercard, JCB) and check digit. */
function isCard(digits: string): boolean {
  return CARD.test(digits) && isLuhn(digits)
}

export function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((s, digit, i) => {
    const n = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return s + (n > 9 ? n - 9 : n)
  }, 0)
  return sum % 10 === 0
}
