import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { World } from '#domain/world/world'
import { takeLock } from '../../../scripts/processes/children/lock.ts'
import { goLive } from '../../../scripts/release/make/goLive.ts'
import { Leaseholder } from '../../../scripts/release/newsroom/leaseholder.ts'
import { LeaseLost } from '../../../scripts/release/store/fence.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { liveRelease } from '../../../scripts/release/store/switchRelease.ts'
import { fakeLeases } from '../../support/newsroom/fakeLeases.ts'
import { snapshotOf } from '../../support/records/rows.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'fence-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

/** Switches to a release of one page under the lease of this number. */
function release(text: string, lease: number): string {
  const store = openStore(dataDir)
  const tree = store.trees.edit(null, new Map([['index.html', store.blobs.put(text)]]))
  const content = { tree, parts: tree, snapshot: tree, search: null, withdraws: false }
  const effects = { now: () => new Date('2022-06-30T00:00:00Z'), step: () => {} }
  const world = new World(snapshotOf())
  return goLive({ ...content, dataDir, store, code: 'code', world, effects, lease }).release.id
}

describe('the switch', () => {
  test('cannot be made under an older lease than the live release’s: a publisher that slept cannot go back', () => {
    release('older', 1)
    const newer = release('newer', 2)
    expect(() => release('what the sleeper had made', 1)).toThrow(LeaseLost)
    expect(liveRelease(dataDir)?.release.id).toBe(newer)
    expect(release('newest', 2)).not.toBe(newer)
  })

  test('waits for another one that is being made, and gives up in words', { timeout: 20_000 }, () => {
    const other = takeLock(join(dataDir, 'switch.lock'))
    expect(() => release('a page', 0)).toThrow('另一个发布进程正在切换版本')
    other?.release()
    release('a page', 0)
    expect(liveRelease(dataDir)).not.toBeNull()
  })
})

describe('the lease', () => {
  const at = (home: string) => ({ home, place: `machine ${home}` })
  const times = { beat: 3000, stale: 30_000 }
  /** A clock that stands still but for what is slept. */
  function patience(whileAsleep: () => Promise<unknown> = async () => {}) {
    let now = 0
    const waitedFor: string[] = []
    const effects = {
      now: () => now,
      sleep: async (ms: number) => {
        now += ms
        await whileAsleep()
      },
      waiting: (lease: { place: string }) => void waitedFor.push(lease.place),
    }
    return { effects, waitedFor, slept: () => now }
  }

  test('of a holder that lives is waited for, however long; one that stands still is taken after its time', async () => {
    const leases = fakeLeases()
    const one = await Leaseholder.acquire(leases, at('one'), patience().effects, times)
    let beats = 40
    const waits = patience(async () => {
      if (beats-- > 0) await one.check()
    })
    const two = await Leaseholder.acquire(leases, at('two'), waits.effects, times)
    expect(waits.slept()).toBeGreaterThanOrEqual(40 * 1000 + 29_000)
    expect(waits.waitedFor).toEqual(['machine one'])
    expect(two.number).toBe(one.number + 1)
    await expect(one.check()).rejects.toThrow(LeaseLost)
    await two.check()
  })

  test('is taken at once by the same DATA_DIR, and where it was given back', async () => {
    const leases = fakeLeases()
    await Leaseholder.acquire(leases, at('one'), patience().effects, times)
    const again = patience()
    const successor = await Leaseholder.acquire(leases, at('one'), again.effects, times)
    expect(again.slept()).toBe(0)
    expect(await Leaseholder.tryNow(leases, at('two'))).toBeNull()
    await successor.end()
    expect((await Leaseholder.tryNow(leases, at('two')))?.number).toBe(3)
  })
})
