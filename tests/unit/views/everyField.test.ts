import { expect, test } from 'vitest'
import type { z } from 'zod'
import { Statistics } from '#domain/figures/statistics'
import {
  GLOBAL_NAMES,
  GLOBALS,
  type Row,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '#domain/records/snapshot'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { World } from '#domain/world/world'
import type { PageKind } from '../../../site/src/context.ts'
import { KINDS } from '../../../site/src/render/kinds.ts'
import { shippedWorld } from '../../support/product/shippedSite.ts'
import { areaRow, departmentRow } from '../../support/records/rows.ts'
import { fieldPaths, watched } from '../../support/watchedFields.ts'

/** Pages of one kind that are looked at: enough for every field that the shipped records fill in to be met. */
const PAGES_OF_A_KIND = 30

/** Fields that no page prints, each with where it is public instead or why it is not. */
const NOT_ON_A_PAGE: Record<string, string> = {
  'reported-figures.slug': 'data/: a reported figure has no page of its own',
  'reported-figures.publishedOn': 'data/: the pages that print the figure have versions of their own',
  'reported-figures.publishedTime': 'data/',
  'reported-figures.changedOn': 'data/',
  'reported-figures.changeNote': 'data/',
}

const PHOTO: Row<'cases'>['photos'][number] = {
  file: 'abc.webp',
  width: 300,
  height: 200,
  stage: 'before',
  alt: '东山墙',
  takenOn: '2022-06',
}

test('every field of every record and global is read for a page, or is named as one that is not', async () => {
  const read = new Set<string>()
  const { snapshot } = await shippedWorld('sample')
  // What ships has no photo.
  const cases = snapshot.tables.cases
  for (const [key, row] of cases) cases.set(key, { ...row, photos: [PHOTO] })
  // Nor anything that was renamed or merged.
  const past = { earlierNames: [{ name: '环卫所', until: '2022-06-20' }] }
  const merged = { ...past, replacedBy: 'aa-new', replacedOn: '2022-06-20' }
  for (const [slug, more] of [
    ['aa-new', past],
    ['aa-old', merged],
  ] as const) {
    snapshot.tables.areas.set(slug, areaRow(slug, { level: 'zone', ...more }))
    snapshot.tables.departments.set(slug, departmentRow(slug, more))
  }
  for (const table of TABLE_NAMES) {
    const rows = snapshot.tables[table] as Map<string, Row<TableName>>
    for (const [key, row] of rows) rows.set(key, watched({ ...row, nobodyKnows: 1 }, table, read))
  }
  snapshot.settings = watched({ ...snapshot.settings, nobodyKnows: 1 }, 'site-settings', read)
  snapshot.synonyms = watched({ ...snapshot.synonyms, nobodyKnows: 1 }, 'synonyms', read)
  const world = new World(snapshot)
  const context = { world, statistics: new Statistics(world) }
  read.clear()
  for (const kind of Object.values<PageKind>(KINDS))
    for (const path of kind.paths(context).slice(0, PAGES_OF_A_KIND))
      kind.view({ ...kind.pattern.exec(path)?.groups }, context)
  // Everyday words stand on no page: the finder reads them.
  makeDutyBook(world, context.statistics)

  const fields = [
    ...TABLE_NAMES.flatMap((table) => fieldPaths(TABLES[table].schema as z.ZodType, table)),
    ...GLOBAL_NAMES.flatMap((name) => fieldPaths(GLOBALS[name].schema as z.ZodType, name)),
  ]
  expect(
    [...read].filter((f) => f.endsWith('nobodyKnows')),
    'copied whole instead of field by field',
  ).toEqual([])
  expect(fields.filter((field) => !read.has(field) && !NOT_ON_A_PAGE[field])).toEqual([])
  expect(Object.keys(NOT_ON_A_PAGE).filter((field) => read.has(field) || !fields.includes(field))).toEqual([])
})
