import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { ImportWorld } from '#domain/imports/importWorld'
import { type Mapping, mapping } from '#domain/imports/mapping'
import { planImport } from '#domain/imports/planImport'
import { readWorkbook } from '../../../cms/src/imports/reading/readWorkbook.ts'
import { rounds } from '../../support/generated.ts'
import { smallWorld } from '../../support/imports/plannedWorld.ts'
import { ROOT } from '../../support/sources.ts'

const REAL = process.env.REAL_DATA_DIR
/** Rows of the city's whole table; a short run takes its first. */
const ALL_CASES = 58_251
/** How long a large real file may take on a crowded machine. */
const PATIENCE = 600_000

const shipped = (name: string): Mapping =>
  mapping.parse(JSON.parse(readFileSync(path.join(ROOT, 'tests/fixtures/mappings', name), 'utf8')))
/** A newsroom that has one place and nothing else. */
const emptyCity = (key: string, name: string): ImportWorld =>
  smallWorld({
    named: { areas: [{ key, names: [name] }], departments: [], duties: [] },
    keys: { areas: [key], departments: [], duties: [], cases: [], notices: [] },
    state: (table, named) => (table === 'areas' && named === key ? 'public' : undefined),
  })

type Planned = {
  title: string
  description: string
  area: string
  lead: string
  status: string
  timeline: { kind: string; at?: string }[]
}
/** The head of a table and so many rows; none of its cells holds a line break. */
function firstLines(csv: Buffer, rows: number): Buffer {
  let end = csv.indexOf('\n') + 1
  for (let row = 0; row < rows && end > 0; row++) end = csv.indexOf('\n', end) + 1
  return end > 0 ? csv.subarray(0, end) : csv
}
const countBy = <T>(list: readonly T[], of: (each: T) => string) =>
  Object.fromEntries([...Map.groupBy(list, of)].map(([key, all]) => [key, all.length] as const).sort())
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

test.runIf(REAL)(
  'cases of a city are planned; months, places, departments, states and the median agree with another count',
  { timeout: PATIENCE },
  async () => {
    const whole = execFileSync('unzip', ['-p', path.join(REAL as string, 'boston-311-2011.zip')], {
      maxBuffer: 200_000_000,
    })
    const csv = firstLines(whole, rounds(5_000, ALL_CASES))
    const plan = planImport(
      await readWorkbook(csv, '311.csv'),
      shipped('boston-311.json'),
      emptyCity('boston', 'Boston'),
    )
    const cases = plan.rows.filter(({ table }) => table === 'cases')
    expect(cases).toHaveLength(rounds(5_000, ALL_CASES))
    expect(
      cases.filter(({ outcome }) => outcome !== 'create').map(({ row, reasons }) => [row, reasons]),
    ).toEqual([])
    const records = cases.map(({ record }) => record as unknown as Planned)
    const made = new Map(
      plan.rows.filter(({ row }) => row === null).map(({ key, record }) => [key, String(record?.name)]),
    )
    const rows = parse(csv, { bom: true, columns: true, relax_quotes: true }) as Record<string, string>[]
    expect(countBy(records, (c) => c.timeline[0]?.at?.slice(0, 7) ?? '')).toEqual(
      countBy(rows, (r) => (r.open_dt ?? '').slice(0, 7)),
    )
    expect(countBy(records, (c) => made.get(c.area) ?? 'Boston')).toEqual(
      countBy(rows, (r) => r.neighborhood?.trim() || 'Boston'),
    )
    expect(countBy(records, (c) => made.get(c.lead) ?? '')).toEqual(countBy(rows, (r) => r.subject ?? ''))
    expect(countBy(records, (c) => c.status)).toEqual(
      countBy(rows, (r) => (r.case_status === 'Closed' ? 'closed' : 'handling')),
    )
    const minutes = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
    const at = (c: Planned, kind: string) => c.timeline.find((e) => e.kind === kind)?.at ?? ''
    const cut = (text: string) => `${text.slice(0, 16).replace(' ', 'T')}+08:00`
    expect(
      median(
        records.filter((c) => c.status === 'closed').map((c) => minutes(at(c, 'whistle'), at(c, 'closure'))),
      ),
    ).toBe(
      median(
        rows.filter((r) => r.closed_dt).map((r) => minutes(cut(r.open_dt ?? ''), cut(r.closed_dt ?? ''))),
      ),
    )
  },
)

test.runIf(REAL)(
  '4,326 messages of citizens are planned, both forms of their dates, and no private number is left',
  { timeout: PATIENCE },
  async () => {
    const bytes = readFileSync(path.join(REAL as string, 'citizen-messages.xlsx'))
    const workbook = await readWorkbook(bytes, '留言.xlsx')
    const plan = planImport(workbook, shipped('citizen-messages.json'), emptyCity('a-shi', 'A市'))
    const odd = plan.rows.filter(({ outcome }) => outcome !== 'create')
    expect(
      odd.map(({ row, outcome, reasons }) => [row, outcome, ...reasons.map(({ text }) => text)]),
    ).toEqual([])
    expect(plan.rows).toHaveLength(4_326)
    const rows = workbook.sheets[0]?.rows.slice(1) ?? []
    const said = rows.map(({ cells }) => cells[3])
    expect(said.filter((cell) => typeof cell === 'object')).toHaveLength(129)
    const month = (cell: unknown) => {
      const text = typeof cell === 'string' ? cell : String((cell as { date: string }).date)
      const [year, m] = text.split(/[-/]/) as [string, string]
      return `${year}-${m.padStart(2, '0')}`
    }
    const records = plan.rows.map(({ record }) => record as unknown as Planned)
    expect(countBy(records, (c) => c.timeline[0]?.at?.slice(0, 7) ?? '')).toEqual(countBy(said, month))
  },
)
