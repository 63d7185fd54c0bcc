import { DateTime } from 'luxon'
import { type DigitRun, digitRuns } from './digitRuns.ts'

/** A private number in a text of one spelling: what it is and where. */
export type PrivateNumber = { kind: string; from: number; to: number }

/** The longest private number of digits: a bank card. */
const LONGEST = 19
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
/** What stands before a number of a thing: a meter, an order. Such a number may look like anything. */
const OF_A_THING =
  /(?:表|电表|水表|气表|户|订单|工[单]|运单|快递|快递单|物流|单|流水|合同|设备|条形?码|发票|序列|资产|杆|箱|终端|模块|案|货|批次|卡口|车架|发动机)(?:编)?号(?:码)?(?:为|是)?[:：#\s]{0,3}$/

/** The private numbers made of digits in a text of one spelling: mobile numbers, identity numbers, bank cards. */
export function privateNumbers(text: string): PrivateNumber[] {
  return digitRuns(text).flatMap((run) => numbersIn(run, text))
}

function numbersIn(run: DigitRun, text: string): PrivateNumber[] {
  const found: PrivateNumber[] = []
  for (let first = 0; first < run.length; first++) {
    let digits = ''
    const lengths: number[] = []
    for (let last = first; last < run.length; last++) {
      const group = run[last] as DigitRun[number]
      digits += group.digits
      lengths.push(group.digits.length)
      if (digits.length > LONGEST) break
      const from = (run[first] as DigitRun[number]).from
      const check = /^[\s\-‐–—.]{0,2}[xX×]/.exec(text.slice(group.to))
      const isJoined = run.slice(first, last).some((g, i) => g.to === (run[first + i + 1] as typeof g).from)
      const kind = kindOf({ digits, lengths, isJoined, check: check !== null, text, from })
      if (!kind) continue
      const to = kind === '身份证号' && digits.length === 17 ? group.to + (check?.[0].length ?? 0) : group.to
      found.push({ kind, from, to })
      // What follows the number is looked at anew; its own groups are used up.
      first = last
      break
    }
  }
  return found
}

type Candidate = {
  digits: string
  /** Digits of each group. */
  lengths: number[]
  /** Whether groups touch each other: a number written in two scripts at once. */
  isJoined: boolean
  /** Whether the letter X follows, the check sign of an identity number. */
  check: boolean
  text: string
  from: number
}

function kindOf(c: Candidate): string | null {
  const { digits } = c
  if (digits.length === 17 && c.check && isIdentity(`${digits}X`)) return '身份证号'
  if (digits.length === 18 && isIdentity(digits)) return '身份证号'
  // Grouped as on the card it is one, whatever its check digit.
  if (/^6 8 [34]$|^6 4 4 [34]$/.test(c.lengths.join(' ')) && isWrittenIdentity(c)) return '身份证号'
  if (isThing(c)) return null
  const label = c.text.slice(Math.max(0, c.from - 14), c.from)
  if (PAPER.test(label) && isWrittenIdentity(c)) return '身份证号'
  if (BANK.test(label) && /^\d{16,19}$/.test(digits)) return '银行卡号'
  if (isMobile(c)) return '手机号'
  if (digits.length === 15 && isOldIdentity(digits) && isEven(c, [6, 6, 3])) return '身份证号'
  if (isCard(digits) && isEven(c, [4, 4, 4, 4, 4])) return '银行卡号'
  return null
}

/** Words that say what the number after them is: then a slip in its check digit makes it no less private. */
const PAPER = /(?:身份证|居民证|证件)(?:件)?(?:编?号码?)?(?:为|是)?[:#\s(]{0,3}$/
const BANK = /(?:银行卡|储蓄卡|信用卡|工资卡|社保卡|[工建农中招交]行卡|卡号)(?:号码?)?(?:为|是)?[:#\s(]{0,3}$/

function isWrittenIdentity({ digits, check }: Candidate): boolean {
  if (digits.length === 15) return isOldIdentity(digits)
  const isLong = digits.length === 18 || (digits.length === 17 && check)
  return isLong && PROVINCE.test(digits) && isBirthday(digits.slice(6, 14))
}

function isThing({ text, from }: Candidate): boolean {
  return OF_A_THING.test(text.slice(Math.max(0, from - 16), from))
}

/** Eleven digits as the networks give them out, with the country's code or the long-distance zero before them or not. */
function isMobile({ digits, lengths, isJoined }: Candidate): boolean {
  const code = /^(?:(?:00)?86|0)?(?=1[3-9]\d{9}$)/.exec(digits)?.[0]
  if (code === undefined) return false
  if (isJoined) return true
  const own = [...lengths]
  for (let left = code.length; left > 0; ) {
    const taken = Math.min(left, own[0] as number)
    left -= taken
    if (own[0] === taken) own.shift()
    else own[0] = (own[0] as number) - taken
  }
  return MOBILE_GROUPS.has(own.join(' '))
}

/** Whether groups are the usual ones, all one, each digit alone, or in two scripts. */
function isEven({ lengths, isJoined }: Candidate, usual: readonly number[]): boolean {
  if (lengths.length === 1 || isJoined || lengths.every((n) => n === 1)) return true
  return lengths.every((n, i) => n === usual[i] || (i === lengths.length - 1 && n < (usual[i] ?? 0)))
}

/** GB 11643: province, date of birth and check sign. */
export function isIdentity(sign: string): boolean {
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
