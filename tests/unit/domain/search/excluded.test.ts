import { beforeAll, expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { findDuties } from '#domain/search/duties/findDuties'
import type { BookDuty, DutyBook } from '#domain/search/dutyBook'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { sampleWorld } from '../../../support/search/searchIndexOf.ts'

let book: DutyBook
beforeAll(async () => {
  const world = await sampleWorld(300)
  book = makeDutyBook(world, new Statistics(world))
})

test.each(['楼上漏水漏到我屋里头了', '宅基地吵架', '隔壁装修吵'])(
  'where the excludes of the best name what was asked, it is not sure and says no because: %s',
  (question) => {
    const { best, isSure } = findDuties(book, question)
    expect(isSure).toBe(false)
    expect(best?.because).toBeUndefined()
  },
)

test('for every duty: what only its excludes hold makes it unsure, and the item they send to stands next', () => {
  const otherOf = (i: number) => book.duties[(i + 50) % book.duties.length] as BookDuty
  const numberOf = ({ code }: BookDuty) => code.slice(code.lastIndexOf('-') + 1)
  const duties = book.duties.map((duty, i) => ({
    ...duty,
    excludes: `两家吵架归第${numberOf(otherOf(i))}项。`,
  }))
  const named = { ...book, duties }
  let seen = 0
  duties.forEach((duty, i) => {
    if (/[吵争扯闹]/.test([duty.title, ...duty.wordings, duty.covers].join())) return
    expect([duty.title, findDuties(named, duty.title).isSure]).toEqual([
      duty.title,
      findDuties(book, duty.title).isSure,
    ])
    const { best, also, isSure } = findDuties(named, `${duty.title}吵架`)
    if (best?.duty !== duty) return
    seen++
    expect([duty.title, isSure, also[0]?.duty.title]).toEqual([duty.title, false, otherOf(i).title])
  })
  expect(seen).toBeGreaterThan(100)
})

test.each(['第47项', '第 47 项', '47项', '第４７项归谁管'])(
  '%s is the duty with that running number',
  (question) => {
    expect(findDuties(book, question)).toMatchObject({ best: { duty: { code: 'DEMO-3-47' } }, isSure: true })
  },
)

test('a number of things is no running number', () => {
  expect(findDuties(book, '少发了3项补贴').best?.duty.code).not.toBe('DEMO-1-3')
})
