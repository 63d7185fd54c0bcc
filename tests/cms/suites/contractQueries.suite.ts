import { afterAll, beforeAll, expect, test } from 'vitest'
import { TABLES, type TableName } from '#domain/records/snapshot'
import type { TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { freshKey, freshRecord } from '../../support/newsroom/contractRecords.ts'

const RECORDS = 7
/** Numbers of the records of this suite, apart from those of the others. */
const FROM = 11

/** What must hold on every database when records of a table are asked for: the answers are those of plain code. */
export function queryPromises(table: TableName, cms: () => TestCms): void {
  const { key } = TABLES[table]
  let all: Record<string, unknown>[] = []
  const made: (number | string)[] = []
  const ask = async (query: string) => {
    const answer = await cms().rest('publisher', 'GET', `${table}?${query}`)
    expect([query, answer.status]).toEqual([query, 200])
    return answer.body as unknown as {
      docs: Record<string, unknown>[]
      totalDocs: number
      hasNextPage: boolean
    }
  }
  const keysOf = (docs: Record<string, unknown>[]) => docs.map((d) => String(d[key]))

  beforeAll(async () => {
    for (let n = FROM; n < FROM + RECORDS; n++) {
      const note = n % 2 === 0 ? { changeNote: `第${n}次` } : {}
      const record = { ...(await freshRecord(cms().payload, table, n)), ...note }
      const answer = await cms().rest('publisher', 'POST', `${table}`, record)
      expect([answer.status, answer.body.errors]).toEqual([201, undefined])
      made.push((answer.body.doc as { id: number | string }).id)
    }
    all = (await ask('limit=0&depth=0')).docs
    expect(all.length).toBeGreaterThanOrEqual(RECORDS)
  })
  afterAll(async () => {
    for (const id of made) await cms().rest('publisher', 'DELETE', `${table}/${id}`)
  })

  test('each way of asking gives exactly the records it describes', async () => {
    const [third, fifth] = [freshKey(table, FROM + 2), freshKey(table, FROM + 4)]
    const k = (d: Record<string, unknown>) => String(d[key])
    const noted = (d: Record<string, unknown>) => typeof d.changeNote === 'string' && d.changeNote !== ''
    const last = third.slice(-4)
    const cases: [string, (d: Record<string, unknown>) => boolean][] = [
      [`[${key}][equals]=${third}`, (d) => k(d) === third],
      [`[${key}][not_equals]=${third}`, (d) => k(d) !== third],
      [`[${key}][in]=${third},${fifth}`, (d) => [third, fifth].includes(k(d))],
      [`[${key}][not_in]=${third},${fifth}`, (d) => ![third, fifth].includes(k(d))],
      [`[${key}][greater_than]=${third}`, (d) => k(d) > third],
      [`[${key}][greater_than_equal]=${third}`, (d) => k(d) >= third],
      [`[${key}][less_than]=${third}`, (d) => k(d) < third],
      [`[${key}][less_than_equal]=${third}`, (d) => k(d) <= third],
      [`[${key}][like]=${last}`, (d) => k(d).includes(last)],
      [`[${key}][contains]=${last}`, (d) => k(d).includes(last)],
      ['[changeNote][exists]=true', noted],
      ['[changeNote][exists]=false', (d) => !noted(d)],
      [`[changeNote][not_equals]=第${FROM + 1}次`, (d) => d.changeNote !== `第${FROM + 1}次`],
      ['[_status][equals]=draft', (d) => d._status === 'draft'],
      ['[origin][in]=record,press', (d) => ['record', 'press'].includes(String(d.origin))],
      [
        `[or][0][${key}][equals]=${third}&where[or][1][${key}][equals]=${fifth}`,
        (d) => [third, fifth].includes(k(d)),
      ],
      [
        `[and][0][${key}][greater_than]=${third}&where[and][1][changeNote][exists]=true`,
        (d) => k(d) > third && noted(d),
      ],
    ]
    for (const [where, holds] of cases) {
      const query = `where${where}&sort=${key}&limit=0&depth=0`
      const { docs, totalDocs } = await ask(encodeURI(query))
      const expected = keysOf(all.filter(holds)).sort()
      expect([where, keysOf(docs), totalDocs]).toEqual([where, expected, expected.length])
    }
  })

  test('sorted both ways, and paged without a record twice or missing, also where the sort says nothing', async () => {
    const ordered = keysOf(all).sort()
    expect(keysOf((await ask(`limit=0&sort=${key}`)).docs)).toEqual(ordered)
    expect(keysOf((await ask(`limit=0&sort=-${key}`)).docs)).toEqual([...ordered].reverse())
    for (const sort of [key, `-${key}`, 'origin', '-_status', 'changeNote']) {
      const seen: string[] = []
      for (let page = 1; ; page++) {
        const { docs, hasNextPage } = await ask(`limit=3&page=${page}&sort=${sort}`)
        seen.push(...keysOf(docs))
        if (!hasNextPage) break
      }
      expect([sort, [...seen].sort()]).toEqual([sort, ordered])
    }
  })
}
