import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Mapping, mapping } from '#domain/imports/mapping'
import type { Workbook } from '#domain/imports/workbook'
import { isLong } from '../../support/generated.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { ROOT } from '../../support/sources.ts'

const REAL = process.env.REAL_DATA_DIR
/** Rows of each file in a short run; a whole run takes them all. */
const ROWS = isLong ? Number.POSITIVE_INFINITY : 120
const PATIENCE = isLong ? 3_600_000 : 300_000

let cms: TestCms
beforeAll(async () => {
  if (!REAL) return
  cms = await openTestCms()
  for (const [slug, name] of [
    ['boston', 'Boston'],
    ['a-shi', 'A市'],
  ]) {
    const area = { slug, name, level: 'zone', origin: 'record', _status: 'published' }
    expect((await cms.rest('publisher', 'POST', 'areas', area)).body.errors).toBeUndefined()
  }
})
afterAll(() => cms?.close())

type Case = {
  area: number
  lead: number | null
  status: string
  timeline: { kind: string; at?: string | null }[]
}
const shipped = (name: string): Mapping =>
  mapping.parse(JSON.parse(readFileSync(path.join(ROOT, 'tests/fixtures/mappings', name), 'utf8')))
const countBy = <T>(list: readonly T[], of: (each: T) => string) =>
  Object.fromEntries([...Map.groupBy(list, of)].map(([key, all]) => [key, all.length] as const).sort())
const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

/** A workbook with its head and the first rows only. */
const firstRows = (book: Workbook): Workbook => ({
  ...book,
  sheets: book.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, 1 + ROWS) })),
})

/** Commits a workbook as drafts, the same again, and gives the cases that the newsroom has of it. */
async function imported(workbook: Workbook, chosen: Mapping, prefix: string): Promise<Case[]> {
  const { planHere } = await import('../../../cms/src/imports/commit/planHere.ts')
  const { startImport } = await import('../../../cms/src/imports/commit/startImport.ts')
  const run = () =>
    startImport(
      cms.payload,
      {
        planner: planHere(cms.payload, workbook, chosen),
        mapping: chosen,
        user: cms.users.editor as never,
        note: { words: null, kind: null },
        acknowledged: null,
        keptFile: null,
      },
      { opened: () => {}, progress: () => {} },
    )
  expect((await run())?.state).toBe('committed')
  expect(await run()).toBeNull()
  const { docs } = await cms.payload.db.find({
    collection: 'cases',
    where: { reference: { like: `${prefix}-` } },
    limit: 0,
    pagination: false,
  })
  return docs as unknown as Case[]
}

async function namesOf(collection: 'areas' | 'departments'): Promise<Map<number, string>> {
  const { docs } = await cms.payload.db.find({ collection, limit: 0, pagination: false })
  return new Map((docs as unknown as { id: number; name: string }[]).map(({ id, name }) => [id, name]))
}

test.runIf(REAL)(
  'a city’s cases are in the newsroom: months, places, departments, states and the median agree with another count',
  {
    timeout: PATIENCE,
  },
  async () => {
    const { readWorkbook } = await import('../../../cms/src/imports/reading/readWorkbook.ts')
    const csv = execFileSync('unzip', ['-p', path.join(REAL as string, 'boston-311-2011.zip')], {
      maxBuffer: 200_000_000,
    })
    const book = firstRows(await readWorkbook(csv, '311.csv'))
    const cases = await imported(book, shipped('boston-311.json'), 'BOS')
    const all = parse(csv, { bom: true, columns: true, relax_quotes: true }) as Record<string, string>[]
    const rows = all.slice(0, ROWS)
    const [areas, departments] = [await namesOf('areas'), await namesOf('departments')]
    const at = (c: Case, kind: string) => c.timeline.find((event) => event.kind === kind)?.at ?? ''
    expect(countBy(cases, (c) => at(c, 'whistle').slice(0, 7))).toEqual(
      countBy(rows, (r) => (r.open_dt ?? '').slice(0, 7)),
    )
    expect(countBy(cases, (c) => areas.get(c.area) ?? '')).toEqual(
      countBy(rows, (r) => r.neighborhood?.trim() || 'Boston'),
    )
    expect(countBy(cases, (c) => departments.get(Number(c.lead)) ?? '')).toEqual(
      countBy(rows, (r) => r.subject ?? ''),
    )
    expect(countBy(cases, (c) => c.status)).toEqual(
      countBy(rows, (r) => (r.case_status === 'Closed' ? 'closed' : 'handling')),
    )
    const minutes = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 60_000)
    const cut = (text: string) => `${text.slice(0, 16).replace(' ', 'T')}+08:00`
    expect(
      median(
        cases.filter((c) => c.status === 'closed').map((c) => minutes(at(c, 'whistle'), at(c, 'closure'))),
      ),
    ).toBe(
      median(
        rows.filter((r) => r.closed_dt).map((r) => minutes(cut(r.open_dt ?? ''), cut(r.closed_dt ?? ''))),
      ),
    )
  },
)

test.runIf(REAL)(
  'citizens’ messages are in the newsroom, month by month as another count has them',
  {
    timeout: PATIENCE,
  },
  async () => {
    const { readWorkbook } = await import('../../../cms/src/imports/reading/readWorkbook.ts')
    const bytes = readFileSync(path.join(REAL as string, 'citizen-messages.xlsx'))
    const book = firstRows(await readWorkbook(bytes, '留言.xlsx'))
    const cases = await imported(book, shipped('citizen-messages.json'), 'LY')
    const month = (cell: unknown) => {
      const text = typeof cell === 'string' ? cell : String((cell as { date: string }).date)
      const [year, m] = text.split(/[-/]/) as [string, string]
      return `${year}-${m.padStart(2, '0')}`
    }
    const said = (book.sheets[0]?.rows.slice(1) ?? []).map(({ cells }) => month(cells[3]))
    expect(countBy(cases, (c) => c.timeline[0]?.at?.slice(0, 7) ?? '')).toEqual(countBy(said, String))
  },
)
