import fc from 'fast-check'
import { expect, test } from 'vitest'
import { whatIsWrongWith } from '../../../cms/src/users/goodPassword.ts'
import { seedOf } from '../../support/generated.ts'

const RUNS = ['abcdefghijklmnopqrstuvwxyz', '0123456789', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const run = fc
  .tuple(fc.constantFrom(...RUNS), fc.boolean(), fc.nat(20), fc.integer({ min: 4, max: 26 }), fc.boolean())
  .map(([keys, backwards, from, length, loud]) => {
    const part = keys.slice(from % keys.length).slice(0, length)
    const turned = backwards ? [...part].reverse().join('') : part
    return loud ? turned.toUpperCase() : turned
  })

test('a password of a few runs of neighbours is refused, whichever way and case they are written', () => {
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 3 }), (runs) => {
      expect([runs, whatIsWrongWith(runs.join(''))]).toEqual([runs, expect.stringContaining('密码')])
    }),
    seedOf('runs', 500),
  )
})

test('the product’s name with signs around it is refused, and with other words it is not', () => {
  for (const password of [
    'shaoxiang2026',
    'Shaoxiang@2026',
    '2026shaoxiang!',
    'shao-xiang-2026',
    'ＳＨＡＯＸＩＡＮＧ１２３',
    'shaoxiangshaoxiang',
    '哨响哨响哨响abc2026',
  ])
    expect([password, whatIsWrongWith(password)]).toEqual([password, expect.stringContaining('密码')])
  expect(whatIsWrongWith('shaoxiang kettle window')).toBeNull()
})

test('any part of one’s own address is refused, and so is any address at all', () => {
  fc.assert(
    fc.property(
      fc.tuple(...[1, 2, 3].map(() => fc.stringMatching(/^[a-z0-9]{4,9}$/))),
      fc.nat(2),
      fc.boolean(),
      (parts, which, loud) => {
        const [one, two, host] = parts
        const part = parts[which] as string
        const password = `kettle ${loud ? part.toUpperCase() : part} window`
        expect(whatIsWrongWith(password, `${one}.${two}@${host}.cn`)).toContain('邮箱')
      },
    ),
    seedOf('addresses', 200),
  )
  expect(whatIsWrongWith('somebody.else@example.org', 'li@other.cn')).toContain('邮箱')
})

test('words that have nothing to do with each other are fine', () => {
  for (const password of ['kettle window purple', 'a long enough password', '窗户下的茶壶很安静也很圆'])
    expect([password, whatIsWrongWith(password, 'li.ming@gxq.gov.cn')]).toEqual([password, null])
})
