import { describe, expect, test } from 'vitest'
import { type Case, isResolved } from '#domain/records/case'
import type { Notice } from '#domain/records/notice'
import { SAMPLE_LAST_DAY } from '#domain/world/world'
import { generateSample } from '../../../content/sample/generate.ts'
import {
  CONTRADICTIONS,
  type Contradiction,
  contradicts,
} from '../../support/newsroom/sampleContradictions.ts'

const { cases, notices } = generateSample().tables
const ofCase = Map.groupBy(notices, (n) => n.case as string)
const noticesOf = (c: Case) => ofCase.get(c.reference) ?? []
const found = (kind: Contradiction, c: Case, own: readonly Notice[] = noticesOf(c)) =>
  contradicts(kind, c, own, SAMPLE_LAST_DAY)

/** The first case with an event of a kind. */
const caseWith = (kind: string, and: (c: Case) => boolean = () => true) =>
  cases.find((c) => c.timeline.some((e) => e.kind === kind) && and(c)) as Case
const altered = (c: Case, kind: string, change: object): Case => ({
  ...c,
  timeline: c.timeline.map((e) => (e.kind === kind ? { ...e, ...change } : e)),
})
const without = (c: Case, kind: string, from = 0): Case => ({
  ...c,
  timeline: c.timeline.filter((e, i) => i < from || e.kind !== kind),
})

const noticed = noticesOf(caseWith('notice', (c) => noticesOf(c).some((n) => n.outcome)))
const told = noticed.find((n) => n.outcome) as Notice
const toldCase = cases.find((c) => c.reference === told.case) as Case
const again = caseWith('reopened')
const open = cases.find((c) => c.status === 'handling' && (c.timeline[0]?.at ?? '') < '2022-09-01') as Case

/** For each kind what has it, made of a record that has it not. */
const SPOILT: Record<Contradiction, () => [Case, readonly Notice[]][]> = {
  'outcome against its dates': () => [
    [toldCase, [{ ...told, dueOn: told.outcome?.includes('晚于') ? '2022-12-31' : told.issuedOn }]],
    [toldCase, [{ ...told, outcome: '城管在1月1日到场。' }]],
  ],
  'note against the last event': () => [
    [{ ...open, changeNote: '补记到年底为止的经过。' }, []],
    [
      {
        ...caseWith('call-back', (c) => c.changeNote !== undefined),
        changeNote: '补齐到结案为止的经过和依据。',
      },
      [],
    ],
  ],
  'extension without reason or later date': () => [
    [altered(caseWith('extension'), 'extension', { text: undefined }), []],
    [altered(caseWith('extension'), 'extension', { until: undefined }), []],
    [altered(caseWith('extension'), 'extension', { until: '2022-01-20' }), []],
  ],
  'reopened and left alone': () => [
    [
      without(
        again,
        'dispatch',
        again.timeline.findIndex((e) => e.kind === 'reopened'),
      ),
      [],
    ],
  ],
  'objection against what followed': () => [
    [altered(caseWith('objection'), 'objection', { upheld: undefined }), []],
    [
      altered(
        caseWith('objection', (c) => c.timeline.some((e) => e.upheld === false)),
        'objection',
        { upheld: true },
      ),
      [],
    ],
  ],
  'event without a word': () => [[altered(caseWith('progress'), 'progress', { text: undefined }), []]],
  'open and not told of': () => [[{ ...open, timeline: open.timeline.slice(0, 4) }, []]],
}

describe.each(CONTRADICTIONS)('%s', (kind) => {
  test('does not occur in the demonstration', () => {
    expect(cases.filter((c) => found(kind, c)).map((c) => c.reference)).toEqual([])
  })

  test('would be found', () => {
    for (const [c, own] of SPOILT[kind]()) expect(found(kind, c, own), c.reference).toBe(true)
  })
})

describe('the demonstration year', () => {
  test('has totals that are not those the newspaper leaves unexplained', () => {
    const resolved = cases.filter(isResolved).length
    for (const left of [2994, 2983, 11, 2998, 2985, 13])
      expect([cases.length, resolved, cases.length - resolved]).not.toContain(left)
  })

  test('ends as it ran: no week before its last day falls below half of the weeks before', () => {
    const weeks = Object.values(
      Object.groupBy(cases, (c) =>
        Math.floor(
          (Date.parse(c.timeline[0]?.at ?? '') - Date.parse('2022-01-03T00:00+08:00')) / (7 * 86_400_000),
        ),
      ),
    ).map((list) => list?.length ?? 0)
    const [last, before] = [weeks.slice(-4), weeks.slice(-12, -4)]
    const usual = before.reduce((a, b) => a + b, 0) / before.length
    for (const n of last) expect(n, last.join(' ')).toBeGreaterThan(usual / 2)
  })

  test('has notices whose outcome nobody published, and objections of both outcomes', () => {
    const silent = notices.filter((n) => !n.outcome).length
    expect(silent).toBeGreaterThan(10)
    expect(silent).toBeLessThan(notices.length / 4)
    const outcomes = new Set(cases.flatMap((c) => c.timeline.flatMap((e) => e.upheld ?? [])))
    expect(outcomes).toEqual(new Set([true, false]))
  })
})
