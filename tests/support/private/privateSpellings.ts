import fc from 'fast-check'
import { isLuhn } from '#domain/private/privateNumbers'
import { marks, oneMark, unseenSign } from './privateMarksBetween.ts'

export const digits = (n: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((d) => d.join(''))
export const from = fc.constantFrom
const padded = (n: number) => String(n).padStart(2, '0')

export const mobile = fc
  .tuple(from('13', '15', '17', '18', '19', '16', '14'), digits(9))
  .map((p) => p.join(''))
const region = from('360102', '360111', '110101', '330106', '440305', '500103', '620102')
export const monthDay = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([m, d]) => padded(m) + padded(d))

export function withCheck(sign: string): string {
  const sum = [...sign].reduce((s, digit, i) => s + Number(digit) * (2 ** (17 - i) % 11), 0)
  return sign + '10X98765432'[sum % 11]
}
const identity18 = fc
  .tuple(region, fc.integer({ min: 1930, max: 2015 }), monthDay, digits(3))
  .map(([r, y, md, serial]) => withCheck(`${r}${y}${md}${serial}`))
const identity15 = fc
  .tuple(region, fc.integer({ min: 30, max: 95 }), monthDay, digits(3))
  .map(([r, y, md, serial]) => `${r}${y}${md}${serial}`)
const card = fc
  .tuple(from('622202', '621700', '622848', '436742', '955880'), digits(12))
  .map(([head, rest]) => [...'0123456789'].map((end) => head + rest + end).find(isLuhn) as string)

/** Ways to write the same digits so that a person still reads them. */
const spellings: ((digits: string) => string)[] = [
  (d) => d,
  (d) => [...d].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
  (d) => [...d].map((c) => '٠١٢٣٤٥٦٧٨٩'[Number(c)] ?? c).join(''),
  (d) => [...d].map((c) => '〇一二三四五六七八九'[Number(c)] ?? c).join(''),
  (d) => [...d].map((c) => '零幺二三四五六七八九'[Number(c)] ?? c).join(''),
  (d) => [...d].map((c) => '洞幺两三四五六拐八勾'[Number(c)] ?? c).join(''),
  (d) => [...d].join(' '),
  (d) => [...d].join('-'),
  (d) => [...d].join('\u200b'),
  (d) => `${d.slice(0, 5)}\u00ad${d.slice(5)}`,
  (d) => `${d.slice(0, 4)}\u2060\ufeff${d.slice(4)}`,
  (d) => [...d].map((c) => '⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽'[Number(c)] ?? c).join(''),
  (d) => [...d].map((c) => '⓿❶❷❸❹❺❻❼❽❾'[Number(c)] ?? c).join(''),
  (d) => [...d].map((c) => '〇〡〢〣〤〥〦〧〨〩'[Number(c)] ?? c).join(''),
  (d) => [...d].map((c) => (/\d/.test(c) ? String.fromCodePoint(0x1d7d8 + Number(c)) : c)).join(''),
]
/** With a sign in the middle that nobody sees. */
const withUnseen = unseenSign.map((sign) => (d: string) => `${d.slice(0, 6)}${sign}${d.slice(6)}`)
/** How the eleven digits of a mobile number are grouped, and with what between. */
const groupings = [
  [3, 4, 4],
  [3, 8],
  [7, 4],
  [4, 4, 3],
  [4, 3, 4],
  [3, 3, 5],
] as const
const betweens = [
  ' ',
  '  ',
  '-',
  '—',
  '–',
  '.',
  '．',
  '。',
  '/',
  ',',
  '，',
  '_',
  '·',
  '\n',
  '\u3000',
  ' - ',
  '\u00a0',
]
const grouped = (d: string, groups: readonly number[], between: string) =>
  groups.map((n, i) => d.slice(sumOf(groups.slice(0, i)), sumOf(groups.slice(0, i)) + n)).join(between)
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0)
/** Eleven digits cut anywhere into two to six groups, with one mark between them. */
const freelyGrouped = fc
  .tuple(mobile, fc.subarray([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { minLength: 1, maxLength: 5 }), oneMark)
  .map(([d, cuts, mark]) => [0, ...cuts].map((cut, i) => d.slice(cut, cuts[i])).join(mark))
/** The same in a list's marks, after a word that says what it is. */
const freelyListed = fc
  .tuple(from('电话：', '手机号', 'Tel:', '联系'), mobile, from('、', '，', ';'))
  .map(([word, d, mark]) => word + [d.slice(0, 2), d.slice(2, 6), d.slice(6)].join(mark))
/** With letters that look like some of the digits. */
const lookingAlike = fc
  .tuple(mobile, from('O', 'o', 'О', 'Ο'), from('l', 'I', '1'))
  .map(([d, zero, one]) => d.slice(0, 3) + d.slice(3).replace('0', zero).replace('1', one))
const plainlyWritten = fc
  .tuple(
    mobile,
    from('', '', '', '+86', '86', '0086', '+86 ', '86-', '(86)', '0086-'),
    fc.oneof(
      from(...spellings),
      withUnseen,
      fc.tuple(from(...groupings), fc.oneof(from(...betweens), marks)).map(
        ([g, b]) =>
          (d: string) =>
            grouped(d, g, b),
      ),
    ),
  )
  .map(([d, code, write]) => code + write(d))
export const mobileWritten = fc.oneof(
  { weight: 6, arbitrary: plainlyWritten },
  { weight: 2, arbitrary: freelyGrouped },
  { weight: 1, arbitrary: freelyListed },
  { weight: 1, arbitrary: lookingAlike },
)
export const identityWritten = fc
  .tuple(
    identity18,
    fc.oneof(
      from(...spellings, ...[...'xхХΧχ×ⅹ'].map((x) => (d: string) => d.replace('X', x))),
      withUnseen,
      fc
        .tuple(
          from([6, 8, 4], [6, 4, 4, 4], [3, 3, 4, 4, 4], [4, 4, 4, 4, 2]),
          fc.oneof(from(' ', '-', '.', '  ', '_', '/'), marks),
        )
        .map(
          ([g, b]) =>
            (d: string) =>
              grouped(d, g, b),
        ),
    ),
  )
  .map(([d, write]) => write(d))
/** Its check digit forgotten, after the name of the paper. */
export const identityCutShort = fc
  .tuple(from('身份证', '身份证号码：', '证件号 '), identity18)
  .map(([paper, d]) => paper + d.slice(0, 17))
export const oldIdentityWritten = fc
  .tuple(
    identity15,
    from(
      (d: string) => d,
      (d: string) => grouped(d, [6, 6, 3], ' '),
      (d: string) => [...d].join(' '),
    ),
  )
  .map(([d, write]) => write(d))
export const cardWritten = fc
  .tuple(
    card,
    from(
      (d: string) => d,
      (d: string) => grouped(d, [4, 4, 4, 4, 3], ' '),
      (d: string) => grouped(d, [4, 4, 4, 4, 3], '-'),
      (d: string) => grouped(d, [6, 13], ' '),
      (d: string) => grouped(d, [4, 4, 4, 4, 3], '、'),
      (d: string) => grouped(d, [4, 4, 4, 7], '·'),
    ),
  )
  .map(([d, write]) => write(d))
