import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCertain, findPrivate, type PrivateSpan } from '#domain/private/privateSpans'
import { rounds, seedNumber } from '../../support/generated.ts'
import { labelledTexts, type MarkedText } from '../../support/private/labelledTexts.ts'
import { certain, harmless } from '../../support/private/privateTexts.ts'

/** Kinds that are for a person to decide. */
const DOUBTFUL = ['人名', '病情或家事', '固定电话', '疑似号码', '小区以下住址']

type Mark = MarkedText['marks'][number]
const isDoubtful = ({ kind }: Mark) => DOUBTFUL.includes(kind)
const meets = (mark: Mark) => (span: PrivateSpan) => span.start < mark.end && mark.start < span.end
const share = (part: unknown[], of: unknown[]) => part.length / of.length

// The shapes were made on the first half; on the second they are only measured.
describe.each(['first', 'second'] as const)('the %s half of the labelled texts', (half) => {
  const looked = labelledTexts(half).map((each) => ({ ...each, spans: findPrivate(each.text) }))
  const marks = looked.flatMap(({ text, marks, spans }) => marks.map((mark) => ({ text, mark, spans })))
  const free = looked.filter((each) => each.marks.length === 0)

  test('of what is certain at least 98 of 100 are found, as certain', () => {
    const all = marks.filter(({ mark }) => !isDoubtful(mark))
    const found = all.filter(({ mark, spans }) =>
      spans.some((span) => span.strength === 'certain' && meets(mark)(span)),
    )
    expect(share(found, all), missed(all, found)).toBeGreaterThanOrEqual(0.98)
  })

  test('of what is doubtful at least 90 of 100 are asked about', () => {
    const all = marks.filter(({ mark }) => isDoubtful(mark))
    const found = all.filter(({ mark, spans }) => spans.some(meets(mark)))
    expect(share(found, all), missed(all, found)).toBeGreaterThanOrEqual(0.9)
  })

  test('of harmless texts none is refused and at most one of twenty is asked about', () => {
    const refused = free.filter(({ spans }) => spans.some(({ strength }) => strength === 'certain'))
    const asked = free.filter(({ spans }) => spans.some(({ strength }) => strength === 'doubtful'))
    expect(refused.map(({ text }) => text)).toEqual([])
    expect(share(asked, free), JSON.stringify(asked)).toBeLessThanOrEqual(1 / 20)
  })
})

function missed<T extends { text: string; mark: Mark }>(all: T[], found: T[]): string {
  return JSON.stringify(
    all.filter((each) => !found.includes(each)).map(({ text, mark }) => [mark.kind, text]),
  )
}

test('a text in which every find has its usual form holds nothing certain, and asks nothing that it did not ask', () => {
  const generated = fc.sample(fc.oneof(certain, harmless), {
    seed: seedNumber('masks'),
    numRuns: rounds(300, 5_000),
  })
  for (const { text } of [...labelledTexts('first'), ...labelledTexts('second'), ...generated]) {
    const masked = withUsualForms(text)
    expect(findCertain(masked), `${text} → ${masked}`).toEqual([])
  }
})

function withUsualForms(text: string): string {
  return findPrivate(text).reduceRight(
    (all, { start, end, masked }) => all.slice(0, start) + masked + all.slice(end),
    text,
  )
}

test.each([
  ['居民刘建国反映灯坏了', '居民刘某反映灯坏了'],
  ['租户欧阳雪梅投诉噪声', '租户欧阳某投诉噪声'],
  ['请打138-7091-2345。', '请打138****。'],
  ['住3栋2单元501室，水压不够', '住3栋某户，水压不够'],
  ['电话0791-88112233找他', '电话0791****找他'],
  ['三年级2班的王小明', '某班的王某'],
])('%s becomes %s', (text, masked) => {
  expect(withUsualForms(text)).toBe(masked)
})

test('the places of a find are those of the text as it was given, whatever nobody sees in it', () => {
  const text = '业主\u200b张\u00ad伟丽说，请打１３８\u200b００１３８０００。'
  const words = findPrivate(text).map(({ start, end }) => text.slice(start, end))
  expect(words).toEqual(['张\u00ad伟丽', '１３８\u200b００１３８０００'])
})

test('who holds a post is named, and a private person beside them is asked about', () => {
  const names = (text: string) => findPrivate(text).map((span) => span.text)
  expect(names('社区党委书记李华、主任王建军到场')).toEqual([])
  expect(names('网格长王建军和居民刘建国到场')).toEqual(['刘建国'])
})

test('an office may say how it is reached, a home number stands nowhere', () => {
  expect(findPrivate('0791-88112233，chengjian@126.com', { official: 'mail' })).toEqual([])
  expect(findPrivate('家庭电话0791-88112233', { official: 'mail' })).toMatchObject([
    { kind: '家庭电话', strength: 'certain' },
  ])
})

test.each([
  ['四年级三班的张雨桐被绊倒', ['四年级三班']],
  ['初二（3）班林语嫣被车擦碰', ['初二（3）班']],
  ['五年级二班的花坛在修', []],
  ['管委会2号楼305室开协调会', []],
  ['管委会附近的艾溪小区3栋305室漏水', ['3栋305室']],
  ['医院住院部3号楼402室换灯管', []],
])(
  'a child of whatever name beside a class, a home near an office and no room of one: %s',
  (text, certain) => {
    expect(findCertain(text).map((span) => span.text)).toEqual(certain)
  },
)
