import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { oneSpelling } from '#domain/private/oneSpelling'
import { privateFields } from '#domain/private/privateFields'
import { findOnPage, spanInWords } from '#domain/private/privateMarks'
import { findCertain, mayBeCertain } from '#domain/private/privateSpans'
import { rounds, seedNumber } from '../../support/generated.ts'
import { certain, harmless } from '../../support/private/privateTexts.ts'

/** The texts on which the shapes were made, and others that they had not seen. */
const HALVES = ['private texts, first half', 'private texts, second half']

describe.each(HALVES)('%s', (name) => {
  const seed = seedNumber(name)
  const bad = fc.sample(certain, { seed, numRuns: rounds(600, 20_000) })
  const good = fc.sample(harmless, { seed, numRuns: rounds(600, 20_000) })

  test('of private numbers that nobody could take for anything else at least 98 of 100 are found', () => {
    const missed = bad.filter(({ text }) => findCertain(text).length === 0)
    expect(1 - missed.length / bad.length, JSON.stringify(missed.slice(0, 20))).toBeGreaterThanOrEqual(0.98)
  })

  test('what is found is called what it is', () => {
    const misnamed = bad.filter(({ text, kind }) => ![kind, undefined].includes(findCertain(text)[0]?.kind))
    expect(misnamed.length / bad.length, JSON.stringify(misnamed.slice(0, 20))).toBeLessThan(0.05)
  })

  test('of texts that only look like it at most one of sixty is refused', () => {
    const refused = good.filter(({ text }) => findCertain(text).length > 0)
    expect(refused.length / good.length, JSON.stringify(refused.slice(0, 20))).toBeLessThanOrEqual(1 / 60)
  })
})

test('the net over pages finds in a text nothing that the check of records does not find in it', () => {
  const texts = fc.sample(
    fc.oneof(
      certain,
      harmless,
      fc
        .tuple(harmless, certain, harmless)
        .map((t) => ({ text: t.map((each) => each.text).join(''), kind: null })),
    ),
    {
      seed: seedNumber('net'),
      numRuns: rounds(300, 20_000),
    },
  )
  const escaped = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  for (const { text } of texts)
    for (const html of [`<p>${escaped(text)}</p>`, `<p>页脚</p><a title="${escaped(text)}">x</a>`])
      if (findOnPage(html)) expect(findCertain(text), text).not.toEqual([])
})

test.each(['13800138000', '36010219900101123X', '赣A12345'])('the net over pages finds %s', (number) => {
  expect(findOnPage(`<main><p>联系 ${number}</p></main>`)).not.toBeNull()
})

test.each([
  '①②③④⑤⑥⑦⑧⑨⓪',
  '❶❷❸❹❺❻❼❽❾⓿',
  '➀➁➂➃➄➅➆➇➈0',
  '⓵⓶⓷⓸⓹⓺⓻⓼⓽0',
  '〡〢〣〤〥〦〧〨〩0',
  '१२३४५६७८९०',
  '𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵𝟬',
])('%s are digits', (digits) => {
  expect(oneSpelling(digits)).toBe('1234567890')
})

test('words for a telephone before a number are heard above a unit after it', () => {
  expect(findCertain('电话15970832261次日回复')).not.toEqual([])
  expect(findCertain('手机编号15970832261')).not.toEqual([])
  expect(findCertain('电话费15970832261元')).toEqual([])
})

test('a refusal names the kind and the words before it, and does not repeat the number', () => {
  const text = '施工时请联系项目经理 138 0013 8000，白天都在'
  const sentences = findCertain(text).map((span) => spanInWords(text, span))
  expect(sentences).toEqual(['有手机号（“请联系项目经理 138…”），公开前要删掉，或改成“138****”'])
})

test('what an office gives out for everybody to use may stand where it says how it can be reached, its mobile only as a number of a department', () => {
  expect(privateFields({ contact: '0791-88112233，chengjian@126.com' })).toEqual([])
  expect(privateFields({ contact: '13800138000' })).toMatchObject([{ field: 'contact' }])
  const contacts = [{ label: '值班', number: '13800138000' }]
  expect(privateFields({ contacts })).toEqual([])
  expect(privateFields({ timeline: [{ number: '13800138000' }] })).toMatchObject([
    { field: 'timeline.0.number' },
  ])
  const elsewhere = [
    { label: '老李13800138000', number: '0791-88112233', hours: '找13800138000' },
    { label: '值班', number: '微信：abc12345，身份证36010219900101123X' },
  ]
  expect([...new Set(privateFields({ contacts: elsewhere }).map((found) => found.field))]).toEqual([
    'contacts.0.label',
    'contacts.0.hours',
    'contacts.1.number',
  ])
  expect(privateFields({ description: 'chengjian@126.com' })).toMatchObject([{ field: 'description' }])
})

test('texts and numbers at any depth of a record are looked at', () => {
  const record = { a: [{ b: '电话13800138000' }], value: 13_800_138_000, list: ['x', 'QQ：123456789'] }
  expect(privateFields(record).map((found) => found.field)).toEqual(['a.0.b', 'value', 'list.1'])
})

test('a reference is looked at no further, whatever letters it begins with; a mobile number behind letters is found', () => {
  for (const word of ['DEMO', 'QSH', 'LIO', 'XO']) {
    expect([word, mayBeCertain(`${word}-2022-000001`)]).toEqual([word, false])
    expect([word, findCertain(`${word}-13800138000`)[0]?.kind]).toEqual([word, '手机号'])
  }
})
