import fc from 'fast-check'
import { isLuhn } from '#domain/privateNumbers'

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
  (d) => [...d].join(' '),
  (d) => [...d].join('-'),
  (d) => [...d].join('\u200b'),
  (d) => `${d.slice(0, 5)}\u00ad${d.slice(5)}`,
  (d) => `${d.slice(0, 4)}\u2060\ufeff${d.slice(4)}`,
]
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
export const mobileWritten = fc
  .tuple(
    mobile,
    from('', '', '', '+86', '86', '0086', '+86 ', '86-', '(86)', '0086-'),
    fc.oneof(
      from(...spellings),
      fc.tuple(from(...groupings), from(...betweens)).map(
        ([g, b]) =>
          (d: string) =>
            grouped(d, g, b),
      ),
    ),
  )
  .map(([d, code, write]) => code + write(d))
export const identityWritten = fc
  .tuple(
    identity18,
    fc.oneof(
      from(...spellings, (d: string) => d.toLowerCase()),
      fc
        .tuple(
          from([6, 8, 4], [6, 4, 4, 4], [3, 3, 4, 4, 4], [4, 4, 4, 4, 2]),
          from(' ', '-', '.', '  ', '_', '/'),
        )
        .map(
          ([g, b]) =>
            (d: string) =>
              grouped(d, g, b),
        ),
    ),
  )
  .map(([d, write]) => write(d))
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
    ),
  )
  .map(([d, write]) => write(d))
export const plate = fc
  .tuple(
    from('赣', '浙', '京', '粤', '苏', '鄂'),
    from('A', 'B', 'C', 'E', 'M'),
    from('', '·', '-', ' ', '•', '.'),
    fc.oneof(
      digits(5),
      digits(5).map((d) => `D${d}`),
      digits(4).map((d) => `K${d}`),
    ),
    fc.boolean(),
  )
  .map(([p, l, gap, n, lower]) => p + (lower ? (l + gap + n).toLowerCase() : l + gap + n))
const word = from('zhangsan', 'li.wei', 'xiao_mei', 'wang-jun', 'liufang')
export const email = fc
  .tuple(
    word,
    digits(3),
    from('@', '＠', ' @ ', '(at)', '[at]'),
    from('qq.com', '163.com', 'sina.com.cn', 'foxmail.com'),
  )
  .map((p) => p.join(''))
const chatId = fc.tuple(from('zhang_', 'li', 'wx', 'abc', 'xm-'), digits(6)).map((p) => p.join(''))
export const chat = fc.oneof(
  fc
    .tuple(
      from(
        '微信',
        '微信号',
        '微信：',
        '微信号是',
        '加V：',
        'VX:',
        'vx ',
        'wx：',
        '薇信 ',
        'wechat: ',
        '微信ID ',
      ),
      chatId,
    )
    .map((p) => p.join('')),
  digits(9).map((d) => `微信wx1${d}`),
  fc
    .tuple(
      from('QQ', 'QQ：', 'qq号', 'QQ号码是', '扣扣', 'QQ: ', 'Q Q '),
      fc.integer({ min: 100_000, max: 3_999_999_999 }),
    )
    .map((p) => p.join('')),
)
export const passport = fc.oneof(
  fc
    .tuple(from('护照', '护照号', '护照号码：', '持护照 '), from('E', 'EA', 'G', 'EJ'), digits(8))
    .map(([l, h, d]) => l + h + (h.length === 2 ? d.slice(1) : d)),
  fc.tuple(from('E', 'G'), digits(8)).map((p) => `证件${p.join('')}`),
  fc.tuple(from('通行证', '港澳通行证号：', '回乡证'), from('C', 'H', 'W'), digits(8)).map((p) => p.join('')),
)
export const military = fc.oneof(
  fc.tuple(from('军', '士', '武', '兵'), digits(7)).map(([k, d]) => `${k}字第${d}号`),
  fc.tuple(from('军官证', '士兵证号：', '军官证号码', '军人证件号 '), digits(8)).map((p) => p.join('')),
  fc.tuple(from('南', '北', '空', '海'), digits(8)).map(([k, d]) => `证件为${k}字第${d}号`),
)
