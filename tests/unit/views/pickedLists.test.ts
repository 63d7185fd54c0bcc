import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, expect, test } from 'vitest'
import { metricOf } from '#domain/figures/metrics'
import { PICKED_LISTS, pickedList, pickedPath, SLOWEST_CASES } from '#domain/figures/pickedLists'
import { Statistics } from '#domain/figures/statistics'
import { datasetOf } from '#domain/published/datasets'
import { canonicalJson, type Row } from '#domain/records/snapshot'
import { SCOPES } from '#domain/scope'
import { type Change, putRow } from '#domain/world/world'
import { openStore } from '../../../scripts/release/store/store.ts'
import { pickedFiles } from '../../../scripts/release/tables/pickedFiles.ts'
import { RecordLines } from '../../../scripts/release/tables/recordLines.ts'
import { WrittenLists } from '../../../scripts/release/tables/writtenLists.ts'
import { InPieces } from '../../../scripts/release/workers/inPieces.ts'
import type { Context } from '../../../site/src/context.ts'
import type { MomentLine } from '../../../site/src/lists/momentLine.ts'
import { pickedListKind } from '../../../site/src/lists/pickedListPages.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { goldenContext } from '../../support/records/goldenContext.ts'
import { randomCases } from '../../support/records/randomTimelines.ts'
import { caseRow, dutyRow } from '../../support/records/rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'picked-lists-'))
const store = openStore(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function filesOf(context: Context, changes: readonly Change[] | null = null) {
  const lines = new RecordLines(context.world, context.statistics)
  const lists = new WrittenLists({ store, ...context, lines, before: () => null }, changes)
  return new InPieces(pickedFiles(lists, changes)).finish()
}

function rowsAt(files: Map<string, string | null>, path: string): Record<string, string>[] {
  const blob = files.get(path)
  return blob ? parse(store.blobs.read(blob).toString('utf8'), { bom: true, columns: true }) : []
}

const viewAt = (path: string, context: Context) =>
  pickedListKind.view({ ...pickedListKind.pattern.exec(path)?.groups }, context)

const printed = (context: Context) =>
  new Map(pickedListKind.paths(context).map((path) => [path, canonicalJson(viewAt(path, context))]))

test('each list holds as many rows as the figures beside it count, the file the same ones as its months together', () => {
  const context = goldenContext(randomCases(7, 150))
  const files = filesOf(context)
  const figure = (id: Parameters<typeof metricOf>[0], scope: (typeof SCOPES)[number]) =>
    context.statistics.figure(metricOf(id), scope)
  for (const scope of SCOPES) {
    const onTime = figure('arrival-on-time', scope)
    const wanted = {
      late: onTime.denominator - onTime.numerator,
      reopened: figure('reopened', scope).numerator,
      slowest: Math.min(SLOWEST_CASES, figure('closure-time', scope).numerator),
    }
    for (const [id, count] of Object.entries(wanted)) {
      const list = pickedList(id as keyof typeof wanted)
      expect(count, id).toBeGreaterThan(0)
      expect(rowsAt(files, pickedPath(list, scope)).length, `${id} ${scope}`).toBe(count)
    }
    const late = rowsAt(files, pickedPath(pickedList('late'), scope))
    expect(late.every((row) => row['arrival-on-time.numerator'] === 'false')).toBe(true)
    for (const kind of ['objection', 'extension'] as const) {
      const rows = rowsAt(files, pickedPath(pickedList(`${kind}s`), scope))
      expect(new Set(rows.map((row) => row.kind))).toEqual(new Set([kind]))
    }
    for (const list of PICKED_LISTS.filter(({ id }) => id !== 'slowest')) {
      const months = [...files.keys()].filter((path) =>
        path.startsWith(pickedPath(list, scope).replace('.csv', '/')),
      )
      const apart = months.flatMap((path) => rowsAt(files, path)).map((row) => canonicalJson(row))
      const whole = rowsAt(files, pickedPath(list, scope)).map((row) => canonicalJson(row))
      expect(apart.sort(), `${list.id} ${scope}`).toEqual(whole.sort())
    }
  }
})

test('the slowest stand by their days, the slowest first', () => {
  const context = goldenContext(randomCases(7, 150))
  for (const scope of SCOPES) {
    const days = context.statistics.picked
      .slowest(scope)
      .map((r) => context.statistics.factsOf(context.world.need('cases', r)).closureDays as number)
    expect(days).toEqual(
      [...context.statistics.figure(metricOf('closure-time'), scope).values]
        .reverse()
        .slice(0, SLOWEST_CASES),
    )
  }
})

test('a row of a late call says department, case, from when, arrival and how late', () => {
  const context = goldenContext(randomCases(7, 150))
  const lines = pickedListKind
    .paths(context)
    .filter((path) => path.startsWith('lists/late/'))
    .flatMap((path) => viewAt(path, context)?.sections.flatMap((s) => s.lines as MomentLine[]) ?? [])
  expect(lines.length).toBeGreaterThan(20)
  for (const line of lines) expect(line.last).toMatch(/^(迟.+(分钟|小时|分|天)|过了\d+小时的时限，没有来)$/)
})

test('edits touch every page and file of the lists that they alter, and leave the same as made anew', () => {
  const context = goldenContext(randomCases(1, 260))
  const others = randomCases(51, 260)
  const { world, statistics } = context
  const files = filesOf(context)
  let pages = printed(context)
  let touched = 0
  for (let i = 0; i < 20; i++) {
    const keys = [...new Set([(i * 37) % 260, (i * 101) % 260].slice(0, 1 + (i % 2)))]
    const changes = keys.flatMap((at): Change[] => {
      const other = others[at] as Row<'cases'>
      const own = world.keys('cases').find((r) => r.slice(-6) === other.reference.slice(-6))
      const before = own ? world.need('cases', own) : undefined
      if (before && (i % 5 === 0 || before.reference !== other.reference))
        return [{ table: 'cases', key: before.reference, before }]
      for (const code of other.duties) putRow(world.snapshot, 'duties', dutyRow(code))
      return [{ table: 'cases', key: other.reference, after: other, ...(before ? { before } : {}) }]
    })
    for (const change of changes) world.apply(change)
    statistics.update(changes)
    for (const [path, blob] of filesOf(context, changes)) files.set(path, blob)
    const now = printed(context)
    const named = new Set(affectedPaths([pickedListKind], changes, context, false))
    const different = [...new Set([...pages.keys(), ...now.keys()])].filter(
      (p) => pages.get(p) !== now.get(p),
    )
    expect(different.filter((path) => !named.has(path))).toEqual([])
    touched += different.length
    pages = now
  }
  expect(touched).toBeGreaterThan(20)
  const there = (all: Map<string, string | null>) => [...all].filter(([, blob]) => blob !== null).sort()
  expect(there(files)).toEqual(there(filesOf({ world, statistics: new Statistics(world) })))
  expect(pages).toEqual(printed({ world, statistics: new Statistics(world) }))
})

/** Real cases whistled on the days from June 1, or on those of two months, each with so many objections. */
function withObjections(count: number, each: number, months = 1): Row<'cases'>[] {
  return Array.from({ length: count }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0')
    const at = `2022-0${6 + (i % months)}-${day}`
    const objection = { kind: 'objection' as const, at, department: 'd-one' }
    return caseRow(i + 1, {
      timeline: [
        { kind: 'whistle', at: `${at}T09:00+08:00`, body: '甲社区' },
        ...Array.from({ length: each }, () => objection),
      ],
    })
  })
}

test.each([
  ['a month of more rows than a file has', withObjections(110, 10), 'data/events.csv'],
  ['more rows than a file has on one page', withObjections(60, 20), 'data/events.csv'],
  ['months of fewer rows than a file has', withObjections(140, 8, 2), '#yuefen'],
  ['few rows', withObjections(5, 2), null],
])('%s: each page leads to a file that is there or to its own months', (_name, cases, other) => {
  const context = goldenContext(cases)
  const files = filesOf(context)
  const hrefs = pickedListKind.paths(context).flatMap((path) => {
    const view = viewAt(path, context)
    return (view?.links ?? []).map(({ href }) => {
      if (href.startsWith('#')) expect(view?.bars.length, path).toBeGreaterThan(0)
      if (href.includes('/by/')) expect(files.get(href), `${path} ${href}`).toEqual(expect.any(String))
      return href
    })
  })
  expect(hrefs.includes('data/events.csv')).toBe(other === 'data/events.csv')
  if (other) expect(hrefs).toContain(other)
})

test('the columns that a list names tell exactly its rows in the whole table', () => {
  const context = goldenContext(randomCases(7, 150))
  const files = filesOf(context)
  for (const list of PICKED_LISTS.filter(({ id }) => id !== 'slowest')) {
    const { rowsOf } = datasetOf(list.table)
    const all = context.world
      .all('cases')
      .flatMap((c) => rowsOf(c, context.world, context.statistics))
      .filter((row) => list.columns.every(({ name, value }) => String(row[name]) === value))
    const rows = SCOPES.flatMap((scope) => rowsAt(files, pickedPath(list, scope)))
    const nameOf = (row: Record<string, unknown>) => `${row.case ?? row.reference} ${row.number ?? ''}`
    expect(list.columns.length, list.id).toBeGreaterThan(0)
    expect(all.map(nameOf).sort(), list.id).toEqual(rows.map(nameOf).sort())
  }
})

test('a month that outgrows its file touches every page that said where its rows are', () => {
  const context = goldenContext(withObjections(110, 9))
  const before = printed(context)
  const [more] = withObjections(1, 60) as [Row<'cases'>]
  const change: Change = {
    table: 'cases',
    key: 'WS-2022-000900',
    after: { ...more, reference: 'WS-2022-000900' },
  }
  context.world.apply(change)
  context.statistics.update([change])
  const named = new Set(affectedPaths([pickedListKind], [change], context, false))
  const different = [...printed(context)].filter(([path, text]) => before.get(path) !== text)
  expect(different.length).toBeGreaterThan(1)
  expect(different.map(([path]) => path).filter((path) => !named.has(path))).toEqual([])
})
