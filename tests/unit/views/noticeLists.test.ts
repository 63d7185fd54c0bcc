import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import type { Row } from '#domain/records/snapshot'
import { type Change, World } from '#domain/world/world'
import type { Context, PageKind } from '../../../site/src/context.ts'
import { noticePagesKind } from '../../../site/src/notices/noticePages.ts'
import { noticesKind } from '../../../site/src/notices/notices.ts'
import { affectedPaths } from '../../../site/src/render/affected.ts'
import { seeded } from '../../support/records/randomEdits.ts'
import { caseRow, snapshotOf } from '../../support/records/rows.ts'

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
    recipient: 'd-one',
    issuedOn,
    dueOn: '2022-07-10',
    ...(random() < 0.5 ? { case: 'WS-2022-000001' } : {}),
    ...(random() < 0.5 ? { outcome: '办好了' } : {}),
    origin: 'record',
    publishedOn: '2022-06-01',
    changedOn: '2022-06-01',
  }
}

function start(seed: number, size: number) {
  const random = seeded(seed)
  const world = new World(snapshotOf(caseRow(1)))
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
    if (roll < 0.9) return { table: 'notices', key: before.number, before }
    const c = world.need('cases', 'WS-2022-000001')
    return { table: 'cases', key: c.reference, before: c, after: { ...c, title: `第${random()}件` } }
  }
  return { world, context, edit }
}

test.each([
  [1, 100],
  [2, 150],
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

test('a new day alters no page of notices but the first ones', () => {
  const { world, context } = start(3, 280)
  const before = printed(context)
  world.snapshot.asOf = '2022-09-30'
  const named = new Set(affectedPaths(LISTS, [], context, true))
  const different = [...printed(context)].filter(([path, text]) => before.get(path) !== text)
  expect(different.map(([path]) => path).sort()).toEqual([...named].sort())
  expect([...named].sort()).toEqual(['notices/index.html', 'notices/open/index.html'])
})
