import { expect, test } from 'vitest'
import type { AnyRow } from '#domain/records/snapshot'
import { World } from '#domain/world/world'
import { collectAll, collectNamed, type ReadState } from '../../../scripts/release/newsroom/collect.ts'
import { areaRow, caseRow, departmentRow, snapshotOf } from '../../support/records/rows.ts'

/** What stands live: two cases, of which an import has changed the second and withdrawn nothing yet. */
const [first, second] = [caseRow(1), caseRow(2)]
const live = () => new World(snapshotOf(first, second))
const others: Record<string, AnyRow[]> = { areas: [areaRow('a-one')], departments: [departmentRow('d-one')] }

/** A newsroom in the middle of an import: of the left keys it may say anything. */
const half = (cases: ReadState) => async (table: string) =>
  table === 'cases' ? cases : { rows: others[table] ?? [], problems: [] }

test('a record on which an import is at work stays as readers have it: changed, made or gone, it is no change', async () => {
  const made = caseRow(3)
  const changed = caseRow(2, { title: '导入改的' })
  const edited = caseRow(1, { title: '编辑改的' })
  const keys = [first, second, made].map(({ reference }) => reference)
  const left = [second.reference, made.reference]
  const named = new Map([['cases', new Set(keys)]] as const)
  for (const rows of [[edited, changed, made], [edited]]) {
    const state = { rows, problems: [], left }
    const found = await collectNamed(live(), half(state), named)
    expect(found.changes.map(({ key }) => key)).toEqual([first.reference])
    const all = await collectAll(
      live(),
      async function* (table) {
        yield await half(state)(table)
      },
      () => {},
    )
    expect(all.changes.map(({ key }) => key)).toEqual([first.reference])
  }
  const over = { rows: [edited, changed, made], problems: [], left: [] }
  const found = await collectNamed(live(), half(over), named)
  expect(found.changes).toHaveLength(3)
})

test('an import that began between two pages leaves what the first of them showed alone, too', async () => {
  const changed = caseRow(2, { title: '导入改的' })
  const all = await collectAll(
    live(),
    async function* (table) {
      yield await half({ rows: [first, changed], problems: [], left: [] })(table)
      yield { rows: [], problems: [], left: table === 'cases' ? [second.reference] : [] }
    },
    () => {},
  )
  expect(all.changes).toEqual([])
})
