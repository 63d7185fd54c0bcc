import { expect, test } from 'vitest'
import { metricOf } from '#domain/figures/metrics'
import { Statistics } from '#domain/figures/statistics'
import type { Row } from '#domain/records/snapshot'
import type { Scope } from '#domain/scope'
import { type Change, putRow, World } from '#domain/world/world'
import type { Context, PageKind } from '../../../site/src/context.ts'
import { noticePagesKind } from '../../../site/src/notices/noticePages.ts'
import { noticesKind } from '../../../site/src/notices/notices.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { splitsOf } from '../../../site/src/statistics/figureSplits.ts'
import { noticesToPath } from '../../../site/src/urls.ts'
import { seeded } from '../../support/records/randomEdits.ts'
import { caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

const LISTS: readonly PageKind[] = [noticesKind, noticePagesKind]

function printed(context: Context): Map<string, string> {
  return new Map(
    LISTS.flatMap((kind) =>
      kind
        .paths(context)
        .map((path): [string, string] => [
          path,
          JSON.stringify(kind.view({ ...kind.pattern.exec(path)?.groups }, context)),
        ]),
    ),
  )
}

function aNotice(random: () => number): Row<'notices'> {
  const number = `TX-2022-${String(1 + Math.floor(random() * 900)).padStart(4, '0')}`
  const day = random() < 0.6 ? '05' : String(1 + Math.floor(random() * 28)).padStart(2, '0')
  const issuedOn = `2022-0${random() < 0.7 ? 6 : 5}-${day}`
  return {
    number,
    kind: 'reminder',
    issuer: '指挥部',
    recipient: random() < 0.8 ? 'd-one' : 'd-two',
    issuedOn,
    dueOn: '2022-07-10',
    ...(random() < 0.5 ? { case: 'WS-2022-000001' } : {}),
    ...(random() < 0.5 ? { outcome: '办好了' } : {}),
    origin: 'record',
    publishedOn: '2022-06-01',
    changedOn: '2022-06-01',
  }
}

/** Two invented notices to a department that received real ones too. */
function putSample(world: World): void {
  const like = world.need('notices', world.noticesTo('d-two').numbers()[0] as string)
  for (const n of [1, 2]) {
    const number = `DEMO-TX-2022-000${n}`
    const { case: _, ...after } = { ...like, number, origin: 'sample' as const }
    world.apply({ table: 'notices', key: number, after })
  }
}

function start(seed: number, size: number) {
  const random = seeded(seed)
  const snapshot = snapshotOf(caseRow(1))
  for (const slug of ['d-two', 'd-three']) putRow(snapshot, 'departments', departmentRow(slug))
  const world = new World(snapshot)
  const context = { world, statistics: new Statistics(world) }
  const put = (row: Row<'notices'>): Change => {
    const before = world.get('notices', row.number)
    return { table: 'notices', key: row.number, after: row, ...(before ? { before } : {}) }
  }
  while (world.notices.size < size) world.apply(put(aNotice(random)))
  const edit = (): Change => {
    const roll = random()
    const before = world.get(
      'notices',
      world.keys('notices')[Math.floor(random() * world.notices.size)] ?? '',
    )
    if (roll < 0.5 || !before) return put(aNotice(random))
    if (roll < 0.85) return { table: 'notices', key: before.number, before }
    if (roll < 0.9) {
      const d = world.need('departments', before.recipient)
      return { table: 'departments', key: d.slug, before: d, after: { ...d, name: `部门${random()}` } }
    }
    const c = world.need('cases', 'WS-2022-000001')
    return { table: 'cases', key: c.reference, before: c, after: { ...c, title: `第${random()}件` } }
  }
  return { world, context, edit }
}

test.each([
  [1, 100],
  [2, 125],
  [3, 145],
])(
  'the list of notices names every page of it that changes altered, opened or closed (seed %i, about %i)',
  (seed, size) => {
    const { world, context, edit } = start(seed, size)
    let before = printed(context)
    let opened = 0
    for (let i = 0; i < 100; i++) {
      const changes = [
        ...new Map(
          Array.from({ length: 1 + (i % 3) }, edit).map((change) => [
            `${change.table} ${change.key}`,
            change,
          ]),
        ).values(),
      ]
      for (const change of changes) world.apply(change)
      const after = printed(context)
      const named = new Set(affectedPaths(LISTS, changes, context, false))
      const different = [...new Set([...before.keys(), ...after.keys()])].filter(
        (path) => before.get(path) !== after.get(path),
      )
      opened += different.filter((path) => !before.has(path) || !after.has(path)).length
      expect(different.filter((path) => !named.has(path))).toEqual([])
      before = after
    }
    expect(opened, 'pages that opened or closed').toBeGreaterThan(5)
  },
)

test('each department that received notices has a list of exactly them, and the page of a statistic leads to it', () => {
  const { world, context } = start(4, 240)
  putSample(world)
  context.statistics = new Statistics(world)
  const view = (path: string) =>
    noticePagesKind.view({ ...noticePagesKind.pattern.exec(path)?.groups }, context)
  const paths = noticePagesKind.paths(context)
  const splits = (scope: Scope) =>
    splitsOf(metricOf('notices'), scope, context).find((s) => s.dimension === 'department')?.rows ?? []
  expect(splits('real').map((row) => row.href)).toEqual([noticesToPath('d-one'), noticesToPath('d-two')])
  expect(splits('sample').map((row) => row.href)).toEqual([noticesToPath('d-two')])
  expect(paths.filter((path) => path.includes('d-three'))).toEqual([])
  for (const slug of ['d-one', 'd-two']) {
    const own = paths.filter((path) => path.startsWith(`notices/to/${slug}/`) && !path.includes('/open/'))
    const isSplit = own.length > 1
    const lines = own
      .filter((path) => !isSplit || path !== noticesToPath(slug))
      .flatMap((path) => view(path)?.sections.flatMap((s) => s.lines) ?? [])
    expect([...new Set(lines.map((line) => line.number))].sort()).toEqual(
      [...world.noticesTo(slug).numbers()].sort(),
    )
  }
  expect(world.noticesTo('d-one').size, 'a list with months').toBeGreaterThan(100)
  const real = world.noticesTo('d-two').timed.sizeOf('real')
  expect(view(noticesToPath('d-two'))?.total).toBe(`${real}份，演示2份`)
  expect(view(noticesToPath('d-two'))?.files.map((file) => file.href)).toEqual([
    'data/notices/by/real/department/d-two.csv',
    'data/notices/by/sample/department/d-two.csv',
  ])
})

test('every month of the statistic of notices leads to a page with exactly its notices', () => {
  const { world, context } = start(5, 40)
  context.statistics = new Statistics(world)
  const rows = splitsOf(metricOf('notices'), 'real', context).find((s) => s.dimension === 'month')?.rows ?? []
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows) {
    const view = noticePagesKind.view(
      { ...noticePagesKind.pattern.exec(row.href as string)?.groups },
      context,
    )
    expect(view?.sections.flatMap((s) => s.lines).length, row.label).toBe(Number(row.value))
  }
})

test('a notice to a department names no page of the lists of others', () => {
  const { world, context } = start(6, 300)
  const number = world.noticesTo('d-two').numbers()[0] as string
  const before = world.need('notices', number)
  const change: Change = { table: 'notices', key: number, before, after: { ...before, dueOn: '2022-07-11' } }
  world.apply(change)
  const named = affectedPaths(LISTS, [change], context, false).filter((path) => path.includes('/to/'))
  expect(named).toContain(noticesToPath('d-two'))
  expect(named.filter((path) => !path.startsWith('notices/to/d-two/'))).toEqual([])
})

test('a new day alters no page of notices but the first ones', () => {
  const { world, context } = start(3, 400)
  const before = printed(context)
  world.snapshot.asOf = '2022-09-30'
  context.statistics.update([])
  const named = new Set(affectedPaths(LISTS, [], context, true))
  const different = [...printed(context)].filter(([path, text]) => before.get(path) !== text)
  expect(different.map(([path]) => path).sort()).toEqual([...named].sort())
  expect([...named].sort()).toEqual([
    'notices/index.html',
    'notices/open/index.html',
    'notices/to/d-one/index.html',
    'notices/to/d-one/open/index.html',
    'notices/to/d-two/index.html',
  ])
})
