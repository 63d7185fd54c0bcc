import { fork } from 'node:child_process'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { canonicalJson } from '#domain/records/snapshot'
import { rounds, seedNumber } from '../support/generated.ts'
import { Importing } from '../support/imports/importing.ts'
import type { ImportOrder } from '../support/imports/importOrder.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'
import { seeded } from '../support/records/randomEdits.ts'

/** More than one transaction publishes, and than one takes back. */
const ROWS = 230
/** Which work is killed, in turn. */
const PHASES = ['write', 'commit', 'undo'] as const
type Kill = { phase: (typeof PHASES)[number]; at: number; pause: number }
const KILLS = rounds(3, 45)
/** Longest time between the moment that is waited for and the kill, in milliseconds. */
const LONGEST_PAUSE = 60
/** Children that compile the same code anew would take longer than what they are killed at. */
const COMPILED = path.resolve(import.meta.dirname, '../../.cache/compiled')
const CHILD = path.resolve(import.meta.dirname, '../support/killable/importChild.ts')

/** What must hold on every database when an import or its undoing is killed. */
export function importKillPromises(name: string, databaseUrl: () => string | undefined): void {
  const seed = seedNumber(`imports killed on ${name}`)
  const random = seeded(seed)
  let cms: TestCms
  let importing: Importing
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
    importing = await Importing.into(cms)
  })
  afterAll(() => cms?.close())

  /** Runs a process that imports or undoes, and kills it when it is so far. */
  const run = async (order: ImportOrder, kill: Kill): Promise<void> => {
    const child = fork(CHILD, [JSON.stringify(order)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    })
    child.on('message', async ({ phase, done }: { phase: string; done: number }) => {
      if (phase !== kill.phase || done < kill.at) return
      await pause(kill.pause)
      child.kill('SIGKILL')
    })
    await new Promise((resolve) => child.once('exit', resolve))
  }
  const state = async () => {
    const { buildSnapshot } = await import('../support/newsroom/buildSnapshot.ts')
    const { snapshot, problems } = await buildSnapshot(cms.payload)
    expect(problems).toEqual([])
    return snapshot
  }
  const settle = async () => {
    const { settleImports } = await import('../../cms/src/imports/commit/settleImports.ts')
    return settleImports(cms.payload, Date.now())
  }
  const last = async () => {
    const { docs } = await cms.payload.db.find<{ id: number; state: string }>({
      collection: 'imports',
      sort: '-createdAt',
      limit: 1,
      pagination: false,
    })
    return docs[0] as { id: number; state: string }
  }
  // Without a question MongoDB only estimates, and counts what a killed transaction never committed.
  const count = async (collection: 'cases' | 'acts') => {
    const where = { reference: { exists: true } }
    return (await cms.payload.db.count({ collection, where })).totalDocs
  }
  const rowsOf = (round: number) =>
    Array.from({ length: ROWS }, (_, i) => ({ 编号: `${round}-${i}`, 标题: `第${round}份第${i}件` }))

  test(`${KILLS} kills leave every import whole: all of it or nothing, and never half before it is settled`, {
    timeout: 20 * 60_000,
  }, async () => {
    const ends = new Map<string, number>()
    for (let round = 0; round < KILLS; round++) {
      const phase = PHASES[round % PHASES.length] ?? 'write'
      const kill = {
        phase,
        at: Math.floor(random() * ROWS * 0.8),
        pause: Math.floor(random() * LONGEST_PAUSE),
      }
      const stood = {
        rows: (await state()).tables.cases.size,
        cases: await count('cases'),
        acts: await count('acts'),
      }
      if (phase === 'undo') await importing.run({ rows: rowsOf(round) })
      const before = [...(await state()).tables.cases.values()].map(canonicalJson)
      await cms.takeOutbox()
      await run(
        phase === 'undo'
          ? { undo: (await last()).id }
          : { workbook: importing.book(rowsOf(round)), mapping: importing.mapping() },
        kill,
      )
      const left = await last()
      if (left.state !== 'committed' && left.state !== 'undone') {
        // What the publisher sees is what it saw: nothing waits, and no record of half an import is among the others.
        expect(await cms.takeOutbox()).toEqual([])
        const had = new Set(before)
        const seen = [...(await state()).tables.cases.values()].map(canonicalJson)
        expect(seen.filter((row) => !had.has(row))).toEqual([])
      }
      await settle()
      const now = await last()
      const end = `${left.state} → ${now.state}`
      ends.set(end, (ends.get(end) ?? 0) + 1)
      expect(['committed', 'undone']).toContain(now.state)
      const there = now.state === 'committed' ? ROWS : 0
      expect((await state()).tables.cases.size).toBe(stood.rows + there)
      expect(await count('cases')).toBe(stood.cases + there)
      if (there > 0) expect(await count('acts')).toBe(stood.acts + there)
      expect(await settle()).toEqual([])
    }
    console.log(`${name}, seed ${seed}: ${[...ends].map(([end, n]) => `${end} ×${n}`).join(', ')}`)
  })
}
