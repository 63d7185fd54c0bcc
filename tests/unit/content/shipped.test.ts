import { describe, expect, test } from 'vitest'
import { findId, undecided } from '#domain/private/decisions'
import { INVENTED_DECISIONS } from '#domain/private/inventedFinds'
import { privateFields } from '#domain/private/privateFields'
import { findCertain } from '#domain/private/privateSpans'
import type { Case } from '#domain/records/case'
import { isResolved } from '#domain/records/case'
import { senseFaults } from '#domain/records/sense'
import {
  type AnyRow,
  canonicalJson,
  keyOf,
  namedBy,
  sha256,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '#domain/records/snapshot'
import { isWorkingDay } from '#domain/workingDays'
import { generateSample } from '../../../content/sample/generate.ts'
import { MOST_USES } from '../../../content/sample/texts.ts'
import { seedRecords } from '../../../content/seed/records.ts'
import { maskedNames } from '../../support/private/maskedNames.ts'

const sample = generateSample()
const { cases } = sample.tables
const rowsOf = (table: TableName) => [...seedRecords[table], ...sample.tables[table]] as AnyRow[]
const masked = maskedNames(sample)
const textsOf = (c: Case) => [
  c.description,
  c.outcome ?? '',
  c.openReason ?? '',
  ...c.evidence,
  ...c.timeline.map((e) => e.text ?? ''),
]

describe('what ships', () => {
  test.each(TABLE_NAMES)('%s: every row passes its schema and names only rows that ship too', (table) => {
    const faults: string[] = []
    const has = (t: TableName, key: string) => rowsOf(t).some((r) => keyOf(t, r as never) === key)
    const known = new Map<string, boolean>()
    for (const row of rowsOf(table)) {
      const key = keyOf(table, row as never)
      const parsed = TABLES[table].schema.safeParse(row)
      if (!parsed.success) faults.push(`${key}: ${parsed.error.issues[0]?.message}`)
      for (const n of namedBy(table, row as never)) {
        const id = `${n.table}/${n.key}`
        if (!known.has(id)) known.set(id, has(n.table, n.key))
        if (!known.get(id)) faults.push(`${key} names ${id}`)
      }
    }
    expect(faults.slice(0, 5)).toEqual([])
  })

  test('has each key once', () => {
    for (const table of TABLE_NAMES) {
      const keys = rowsOf(table).map((r) => keyOf(table, r as never))
      expect(new Set(keys).size, table).toBe(keys.length)
    }
  })

  test('asks nobody about private words: what looks like it is decided, and facts have none', () => {
    const finds = (records: object) => Object.values(records).flat().flatMap(privateFields)
    expect(finds(seedRecords)).toEqual([])
    const invented = [...finds(sample.tables), ...privateFields(sample.synonyms)]
    expect(undecided(invented, INVENTED_DECISIONS).map(({ span }) => [span.kind, span.text])).toEqual([])
    expect(invented.filter(({ span }) => span.strength === 'certain')).toEqual([])
    const used = new Set(invented.map(({ span }) => findId(span.kind, span.text)))
    expect(INVENTED_DECISIONS.filter(({ find }) => !used.has(find))).toEqual([])
  })

  test('gives the same bytes every time', () => {
    expect(sha256(canonicalJson(generateSample()))).toBe(sha256(canonicalJson(sample)))
  })
})

describe('the facts of the article', () => {
  test('are four cases of which two are resolved, 2998 and 2985, seven categories and 141 duties', () => {
    expect(seedRecords.cases.map((c) => c.status)).toEqual([
      'handling',
      'reported-resolved',
      'planned',
      'reported-resolved',
    ])
    const values = Object.fromEntries(seedRecords['reported-figures'].map((f) => [f.metric, f.value]))
    expect(values).toMatchObject({ whistles: 2998, resolved: 2985, 'duty-categories': 7, duties: 141 })
  })
  test('carry no time that the article does not give', () => {
    expect(
      seedRecords.cases.flatMap((c) => c.timeline.flatMap((e) => e.at ?? [])).filter((at) => at.length > 7),
    ).toEqual([])
  })
  test('quote no sentence with words cut out of it', () => {
    const quoted = seedRecords['reported-figures'].flatMap((f) => f.quotation ?? [])
    expect(quoted.filter((words) => /…|\.\.\./.test(words))).toEqual([])
  })
  test('name no resident', () => {
    expect(JSON.stringify(seedRecords)).not.toMatch(/女士|先生|大爷|阿姨/)
  })
})

describe('the demonstration', () => {
  test('has a little over 3,000 whistles, and each that is open says why', () => {
    expect(cases.length).toBeGreaterThan(3000)
    expect(cases.length).toBeLessThan(3300)
    const open = cases.filter((c) => !isResolved(c))
    expect(open.length).toBeGreaterThan(0)
    expect(open.filter((c) => !c.openReason).map((c) => c.reference)).toEqual([])
  })

  test('keeps number, place, duty and title of the cases that earlier installations hold', () => {
    const kept = cases.slice(0, 2994).map((c) => [c.reference, c.area, c.place ?? null, c.duties, c.title])
    expect(sha256(JSON.stringify(kept))).toBe(
      '8a3e8c6e0e945bd4f06c35620554b9badef8121609fcceebc1dd313ae06f44b7',
    )
  })

  test('is marked in every row', () => {
    for (const table of TABLE_NAMES)
      for (const row of sample.tables[table] as AnyRow[]) {
        expect(row.origin).toBe('sample')
        expect(keyOf(table, row as never)).toMatch(/^(DEMO-|demo-)/)
      }
  })

  test('has 7 categories and 141 duties with titles and everyday words of their own', () => {
    const { duties } = sample.tables
    expect(duties).toHaveLength(141)
    expect(new Set(duties.map((d) => d.category)).size).toBe(7)
    expect(new Set(duties.map((d) => d.title)).size).toBe(141)
    for (const d of duties) expect(d.wordings.length, d.title).toBeGreaterThanOrEqual(4)
    expect(sample.dutyCategories.map((c) => c.number)).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  test('is compared without its names: two texts that differ in place, body and amount only are the same', () => {
    expect(masked('玉兰苑小区3户找过城管。')).toBe(masked('月塘集贸市场12户找过水务。'))
    expect(masked('玉兰苑小区3户找过城管。')).not.toBe(masked('玉兰苑小区3户没有找过城管。'))
  })

  test('tells no description twice and no sentence too often, names and numbers masked', () => {
    const descriptions = cases.map((c) => masked(c.description))
    expect(new Set(descriptions).size).toBe(descriptions.length)
    const uses = new Map<string, number>()
    for (const c of cases)
      for (const text of textsOf(c))
        for (const sentence of text.split('。').filter(Boolean))
          uses.set(masked(sentence), (uses.get(masked(sentence)) ?? 0) + 1)
    expect([...uses].filter(([, n]) => n > MOST_USES)).toEqual([])
  })

  test('holds no placeholder and nothing that looks like a private number', () => {
    const all = [
      ...cases.flatMap((c) => [c.title, ...textsOf(c)]),
      ...sample.tables.duties.map((d) => JSON.stringify(d)),
    ]
    expect(all.filter((t) => /\{[^"]*:\d|undefined|null|\{地点|\{村社/.test(t))).toEqual([])
    expect(all.filter((t) => findCertain(t).length > 0)).toEqual([])
  })

  test('agrees in state and timeline, and times lie within the year', () => {
    expect(TABLE_NAMES.flatMap((table) => rowsOf(table).flatMap((each) => senseFaults(table, each)))).toEqual(
      [],
    )
    for (const c of cases)
      for (const e of c.timeline)
        expect(e.at && e.at >= '2022-01-17' && e.at < '2023-01-01', `${c.reference} ${e.at}`).toBe(true)
  })

  test('blows routine whistles in working hours of working days', () => {
    for (const c of cases.filter((x) => x.urgency === 'routine')) {
      const at = c.timeline[0]?.at as string
      expect(isWorkingDay(at.slice(0, 10)), `${c.reference} ${at}`).toBe(true)
      expect(at.slice(11, 16) >= '08:30' && at.slice(11, 16) < '17:30', `${c.reference} ${at}`).toBe(true)
    }
  })

  test('has shares as in real life', () => {
    const share = (n: number, of: number) => n / of
    const reopened = cases.filter((c) => c.timeline.some((e) => e.kind === 'reopened')).length
    expect(share(reopened, cases.length)).toBeGreaterThan(0.03)
    expect(share(reopened, cases.length)).toBeLessThan(0.05)
    const asked = cases.filter((c) => c.satisfaction)
    expect(share(asked.length, cases.length)).toBeGreaterThan(0.25)
    expect(share(asked.length, cases.length)).toBeLessThan(0.45)
    const satisfied = asked.reduce((n, c) => n + (c.satisfaction?.satisfied ?? 0), 0)
    const people = asked.reduce((n, c) => n + (c.satisfaction?.asked ?? 0), 0)
    expect(satisfied / people).toBeGreaterThan(0.75)
    expect(satisfied / people).toBeLessThan(0.95)
    const byDuty = Object.values(Object.groupBy(cases, (c) => c.duties[0] as string))
      .map((l) => l?.length ?? 0)
      .sort((a, b) => b - a)
    expect(
      byDuty.slice(0, 28).reduce((a, b) => a + b, 0) / cases.length,
      'a fifth of the duties',
    ).toBeGreaterThan(0.4)
    const kinds = new Set(sample.tables.notices.map((n) => n.kind))
    expect([...kinds].sort()).toEqual(['assignment', 'reminder', 'supervision'])
    expect(Math.max(...cases.map((c) => c.departments.length + 1))).toBeLessThanOrEqual(7)
  })
})
