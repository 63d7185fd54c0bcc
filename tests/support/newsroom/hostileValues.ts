import fc from 'fast-check'

/** Texts as keyboards, clipboards, scripts and ill will bring them. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '',
    ' ',
    '\u200b',
    '\u202e倒过来\u202c',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    '</p></main></html>',
    '{{constructor}}${1}',
    '=HYPERLINK("x")',
    '电话13800138000。',
    '360102 19900101 1234',
    '赣A-12345',
    '\u0000\u001b[2J',
    'a;b;c',
    '；',
    '0001-01-01',
    '9999-12-31',
    '../../../etc/passwd',
    '%00',
    '&amp;&lt;',
    '\ud83d',
    '女\u2f25',
    '第一行\r\n第二行\n\n\n- 条',
    '𠮷野家',
  ),
  fc.constantFrom(100, 101, 300, 301, 10_000, 10_001).map((n) => '长'.repeat(n)),
)

/** Dates from before there were any to after there will be. */
export const hostileDate: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '0001-01-01',
    '9999-12-31',
    '0000',
    '1949',
    '2100-12-31',
    '2099-12-31T23:59+08:00',
    '1949-01-01',
  ),
  fc.constantFrom(
    '2022-02-30',
    '20220613',
    '２０２２年６月１３日',
    '2022-06-13 9:20',
    '-2022-01-01',
    '+012022-01-01',
  ),
  fc
    .tuple(
      fc.integer({ min: 1900, max: 2110 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([y, m, d]) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
)

/** Numbers at and beyond every bound. */
export const hostileNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(
    0,
    -0,
    -1,
    1,
    0.5,
    1e21,
    9_007_199_254_740_991,
    13_800_138_000,
    8_784,
    8_785,
    10_000_000,
    10_000_001,
  ),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
)
