import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { World } from '#domain/world/world'
import { DutyFile } from '../../../scripts/release/search/dutyFile.ts'
import { BlobStore } from '../../../scripts/release/store/blobStore.ts'
import { rounds, seedNumber } from '../../support/generated.ts'
import { RandomEdits } from '../../support/records/randomEdits.ts'
import { snapshotOf } from '../../support/records/rows.ts'

/** A new day comes after every fifty. */
const EDITS = rounds(150, 400)

test('after random edits the finder’s file that counted only what changed is the one made from nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'duties-'))
  const blobs = new BlobStore(folder)
  const world = new World(snapshotOf())
  const statistics = new Statistics(world)
  const kept = new DutyFile(blobs, world, statistics)
  const edits = new RandomEdits(world, seedNumber('duty file'))
  const take = (changes: ReturnType<RandomEdits['foundation']>) => {
    for (const change of changes) world.apply(change)
    statistics.update(changes)
    kept.take(changes)
  }
  take(edits.foundation())
  const files = new Set<string>()
  for (let i = 1; i <= EDITS; i++) {
    take([edits.next()])
    if (i % 50 === 0) world.snapshot.asOf = `2022-07-0${i / 50}`
    if (i % 50 === 0) statistics.update([])
    const anew = new World(structuredClone(world.snapshot))
    files.add(kept.put())
    expect(kept.put(), `after ${i} edits`).toBe(new DutyFile(blobs, anew, new Statistics(anew)).put())
  }
  expect(files.size).toBeGreaterThan(20)
  rmSync(folder, { recursive: true })
})
