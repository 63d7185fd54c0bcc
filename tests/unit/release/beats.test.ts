import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Statistics } from '#domain/figures/statistics'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { changeOf, emptySnapshot, World } from '#domain/world/world'
import { readSnapshot, writeSnapshot } from '../../../scripts/release/store/snapshotStore.ts'
import { openStore, settle } from '../../../scripts/release/store/store.ts'
import { InPieces } from '../../../scripts/release/workers/inPieces.ts'
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
      'the folders of a tree are made': () => {
        const blob = store.blobs.put('x')
        store.trees.edit(
          null,
          new Map(cases.map((c, i) => [`${i >> 6}/${c.reference}`, blob])),
          new Map(),
          beat,
        )
      },
      'a snapshot is read back': () => void readSnapshot(store, root, TABLE_NAMES, beat),
    }
    for (const [what, work] of Object.entries(works))
      expect([what, beatsOf(work) >= cases.length / PIECE]).toEqual([what, true])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('much that is new becomes durable while others have their turn; what comes meanwhile waits for the flush', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'settle-'))
  try {
    const store = openStore(folder)
    const files = new Map(Array.from({ length: 600 }, (_, i) => [`${i % 3}/${i}`, store.blobs.put(`${i}`)]))
    store.trees.edit(null, files)
    let isOver = false
    const settled = settle(store).then(() => {
      isOver = true
    })
    const late = store.blobs.put('late')
    await setImmediate()
    expect(isOver).toBe(false)
    await settled
    expect([store.blobs.unsettled(), store.trees.unsettled()]).toEqual([[store.blobs.pathOf(late)], []])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('what is left of work in pieces is done with turns for others in between', async () => {
  const done: string[] = []
  const pieces = new InPieces(
    (function* () {
      for (let i = 0; i < 3; i++) {
        done.push('piece')
        yield
      }
    })(),
  )
  const others = (async () => {
    for (let i = 0; i < 3; i++) {
      done.push('others')
      await setImmediate()
    }
  })()
  await pieces.finishInTurns()
  await others
  expect(done.join(' ')).toBe('others piece others piece others piece')
})
