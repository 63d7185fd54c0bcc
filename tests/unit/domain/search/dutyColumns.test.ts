import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { findDuties } from '#domain/search/duties/findDuties'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { bookOfColumns, type DutyColumns } from '#domain/search/dutyColumns'
import { World } from '#domain/world/world'
import { dutyScript } from '../../../../scripts/release/search/dutyFile.ts'
import { seedNumber } from '../../../support/generated.ts'
import { RandomEdits } from '../../../support/records/randomEdits.ts'
import { snapshotOf } from '../../../support/records/rows.ts'
import { sampleWorld } from '../../../support/search/searchIndexOf.ts'

/** The content of the finder's file, as a script of the browser finds it. */
function columnsIn(script: string): DutyColumns {
  return JSON.parse(script.slice(script.indexOf('=') + 1, script.lastIndexOf(';'))) as DutyColumns
}

test('what the browser reads of the finder’s file is the list that was written, whatever items lack', async () => {
  const world = new World(snapshotOf())
  const edits = new RandomEdits(world, seedNumber('duty columns'))
  for (const change of edits.foundation()) world.apply(change)
  const sample = await sampleWorld(300)
  const books = [makeDutyBook(sample, new Statistics(sample))]
  for (let i = 0; i < 40; i++) {
    world.apply(edits.next())
    books.push(makeDutyBook(world, new Statistics(world)))
  }
  for (const book of books) expect(bookOfColumns(columnsIn(dutyScript(book)))).toEqual(book)
  expect(books.some(({ duties }) => duties.some((duty) => !duty.covers))).toBe(true)
})

test('a duty list of nothing is one of nothing when it is read', () => {
  const none = { duties: [], names: [], categories: [], synonyms: [], ask: {} }
  expect(bookOfColumns(columnsIn(dutyScript(none)))).toEqual(none)
  expect(findDuties(none, '路灯不亮').best).toBeNull()
})
