import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { changeOf, emptySnapshot, World } from '#domain/world/world'
import { readSnapshot, writeSnapshot } from '../../../scripts/release/store/snapshotStore.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { snapshotOfCases, yearOfCases } from '../../support/records/listsOfCases.ts'

/** Of so many cases a look at each takes well under a second, so that at a hundred thousand nothing is silent for long. */
const PIECE = 500

test('whatever goes through all cases in one piece of work beats between some hundreds of them', () => {
  const cases = yearOfCases(3 * PIECE)
  const snapshot = snapshotOfCases(cases)
  const folder = mkdtempSync(join(tmpdir(), 'beats-'))
  let beats = 0
  const beat = () => void beats++
  const beatsOf = (work: () => void) => {
    beats = 0
    work()
    return beats
  }
  try {
    const store = openStore(folder)
    const world = new World(snapshot, beat)
    const empty = new World(emptySnapshot(snapshot.asOf, snapshot.settings), beat)
    const counted = new Statistics(empty)
    const changes = TABLE_NAMES.flatMap((table) =>
      [...snapshot.tables[table]].map(([key, row]) =>
        changeOf(table, key, { before: undefined, after: row }),
      ),
    )
    for (const change of changes) empty.apply(change)
    let root = ''
    const works: Record<string, () => void> = {
      'cases are indexed': () => void new World(snapshot, beat),
      'everything is counted at a start': () => void new Statistics(world),
      'everything is counted at the first release': () => counted.update(changes),
      'a snapshot is written': () => {
        root = writeSnapshot(store, world, null)
      },
      'a snapshot is read back': () => void readSnapshot(store, root, TABLE_NAMES, beat),
    }
    for (const [what, work] of Object.entries(works))
      expect([what, beatsOf(work) >= cases.length / PIECE]).toEqual([what, true])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
