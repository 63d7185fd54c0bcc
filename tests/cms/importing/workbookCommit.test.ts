import { afterAll, beforeAll, expect, test } from 'vitest'
import { proposeMapping } from '#domain/imports/proposal/proposeMapping'
import type { Workbook } from '#domain/imports/workbook'
import { downloadedLists } from '../../support/imports/downloadedLists.ts'
import { told, typed } from '../../support/imports/typedWorkbook.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms(undefined, 6)
})
afterAll(() => cms?.close())

const KEY = 'WS-2022-000002'

async function committed(workbook: Workbook) {
  const { planHere } = await import('../../../cms/src/imports/commit/planHere.ts')
  const { startImport } = await import('../../../cms/src/imports/commit/startImport.ts')
  const mapping = { ...proposeMapping(workbook, ''), publish: true }
  const note = { kind: 'correction' as const, words: '照表改正' }
  const asked = {
    planner: planHere(cms.payload, workbook, mapping),
    mapping,
    user: cms.users.publisher,
    note,
    acknowledged: null,
    keptFile: null,
  }
  const effects = { opened: () => {}, progress: () => {} }
  return startImport(cms.payload, asked as never, effects)
}

test('a list that was downloaded, changed in one cell and committed changes that field of that record and nothing else', async () => {
  const { downloaded, planned } = downloadedLists(() => cms)
  const id = await cms.idOf('cases', 'reference', KEY)
  const book = await downloaded('cases', '?private=true')
  expect(await committed(book)).toBeNull()
  const before = await cms.shown('cases', id)
  await committed(typed(typed(book, KEY, '具体位置', '东门外'), KEY, '反映人电话', '13900001111'))
  const after = await cms.shown('cases', id)
  expect(after).toMatchObject({ place: '东门外', reporterPhone: '13900001111', publicNote: '照表改正' })
  const changing = [
    'place',
    'reporterPhone',
    'publicNote',
    'publicKind',
    'changedOn',
    'updatedAt',
    'updatedBy',
  ]
  const rest = (row: Record<string, unknown> | undefined) =>
    Object.fromEntries(Object.entries(row ?? {}).filter(([name]) => !changing.includes(name)))
  const lines = ({ timeline, ...others }: Record<string, unknown>) => ({
    ...others,
    timeline: (timeline as Record<string, unknown>[]).map(({ id: _, ...event }) => event),
  })
  expect(lines(rest(after))).toEqual(lines(rest(before)))
  // The old file again: what it says is there already, and what it does not say stays.
  expect(told(await planned(book))).toEqual([])
  expect((await cms.shown('cases', id))?.place).toBe('东门外')
})
