import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Change } from '#domain/world/world'
import { SetAside } from '../../../scripts/release/turn/setAside.ts'
import { recordOf, WorkInHand } from '../../../scripts/release/turn/workInHand.ts'
import { seedOf } from '../../support/generated.ts'
import { caseRow } from '../../support/records/rows.ts'
import { removeFolder } from '../../support/removeFolder.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-aside-'))
})
afterEach(() => removeFolder(dataDir))

const changeOf = (n: number, title = '题目'): Change => {
  const after = caseRow(n, { title })
  return { table: 'cases', key: after.reference, after }
}

/** A publisher's life over some changes: it ends as soon as a batch holds the bad record. Returns what went out. */
function live(
  folder: string,
  changes: readonly Change[],
  bad: string,
): { out: string[]; ended: boolean; held: string[] } {
  const inHand = new WorkInHand(folder)
  const aside = new SetAside(folder, inHand.left, inHand.left ? { step: 'data' } : null)
  const { changes: tried, held } = aside.hold(changes)
  const out: string[] = []
  for (const batch of aside.batches(tried)) {
    inHand.begin(batch)
    if (batch.some((change) => recordOf(change) === bad)) return { out, ended: true, held: [] }
    out.push(...batch.map(recordOf))
  }
  inHand.end()
  return { out, ended: false, held: held.map((problem) => `${recordOf(problem)} ${problem.reason}`) }
}

test('whichever record of a batch publishers end over is found by halving, put aside and named; the others go on', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (size, at) => {
      const folder = mkdtempSync(path.join(dataDir, 'run-'))
      const all = Array.from({ length: size }, (_, i) => changeOf(i + 1))
      const bad = recordOf(all[at % size] as Change)
      const published = new Set<string>()
      let lives = 0
      for (let ended = true; ended; lives++) {
        const left = all.filter((change) => !published.has(recordOf(change)))
        const life = live(folder, left, bad)
        for (const record of life.out) published.add(record)
        ended = life.ended
        if (!ended)
          expect(life.held).toEqual([expect.stringContaining(`${bad} 发布它时发布进程在“做页面”这一步`)])
      }
      expect(published.size).toBe(size - 1)
      expect(lives).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(size)) + 1)
    }),
    seedOf('halving', 30, 500),
  )
})

test('a record that was put aside is tried again once it was changed, and not before', () => {
  const bad = recordOf(changeOf(1))
  expect(live(dataDir, [changeOf(1)], bad).ended).toBe(true)
  expect(live(dataDir, [changeOf(1)], bad).held).toHaveLength(1)
  expect(live(dataDir, [changeOf(1)], 'nothing is bad any more').held).toHaveLength(1)
  expect(live(dataDir, [changeOf(1, '改过的题目')], 'nothing is bad any more').out).toEqual([bad])
})

test('a publisher that was killed from outside puts nothing aside', () => {
  for (const ends of [1, 2]) {
    const inHand = new WorkInHand(dataDir)
    const aside = new SetAside(dataDir, inHand.left, null)
    expect(aside.hold([changeOf(1)]).held, `after ${ends - 1} ends`).toEqual([])
    inHand.begin([changeOf(1)])
  }
})
