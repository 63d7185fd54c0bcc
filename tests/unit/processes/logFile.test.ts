import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LOG_BYTES, LogFile } from '../../../scripts/processes/children/logFile.ts'
import { logRelease } from '../../../scripts/release/told/releaseLog.ts'
import { rounds } from '../../support/generated.ts'
import { removeFolder } from '../../support/removeFolder.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-logs-'))
})
afterEach(() => removeFolder(dataDir))

/** As many logs as a running product has, and some to come. */
const LOGS = 14
const MOST = 50_000_000

test('however long the product runs and however much it says, its logs stay under 50 MB and keep the last words', () => {
  const chunk = Buffer.from(`${'x'.repeat(99_999)}\n`)
  for (let i = 0; i < LOGS; i++) {
    const log = new LogFile(dataDir, `log-${i}`)
    for (let n = 0; n < 60; n++) log.write(chunk)
    log.write(`last words ${i}\n`)
    expect(readFileSync(log.file, 'utf8')).toMatch(new RegExp(`last words ${i}\n$`))
  }
  const folder = path.join(dataDir, 'logs')
  const all = readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
  expect(all).toBeLessThan(MOST)
  expect(LOG_BYTES * 2 * LOGS).toBeLessThan(MOST)
})

test('a large log that other code has left is set aside and then gone', () => {
  const file = new LogFile(dataDir, 'old').file
  writeFileSync(file, Buffer.alloc(10 * LOG_BYTES))
  new LogFile(dataDir, 'old').write('new\n')
  expect(readFileSync(file, 'utf8')).toBe('new\n')
  new LogFile(dataDir, 'old')
  expect(readdirSync(path.dirname(file))).toEqual(['old.log'])
})

test('days of a newsroom under attack that publishes every ten seconds leave less than 50 MB of logs at every hour', () => {
  const sizes = () => {
    const folder = path.join(dataDir, 'logs')
    return readdirSync(folder).reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)
  }
  // Bytes that each log of the product takes in a minute: refused requests, beats of the publisher, and so on.
  const busy = { site: 30_000, newsroom: 40_000, publisher: 6_000, start: 500, 'build-cms': 100, seed: 100 }
  const logs = Object.entries(busy).map(([name, bytes]) => ({ log: new LogFile(dataDir, name), bytes }))
  const steps = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`step ${n}`, n]))
  const entry = {
    release: 'a'.repeat(64),
    kind: 'pages',
    changes: 1,
    views: 40,
    rendered: 12,
    bytes: 1,
    steps,
  } as const
  const clock = new Date('2026-11-28T00:00:00Z')
  for (let hour = 0; hour < rounds(6, 48); hour++) {
    for (let minute = 0; minute < 60; minute++) {
      clock.setMinutes(clock.getMinutes() + 1)
      for (const { log, bytes } of logs) log.write(`${clock.toISOString()} ${'x'.repeat(bytes)}\n`)
      for (let n = 0; n < 6; n++) logRelease(dataDir, { ...entry, at: clock.toISOString() })
    }
    expect(sizes(), `after ${hour + 1} hours`).toBeLessThan(MOST)
  }
  for (const { log } of logs) expect(readFileSync(log.file, 'utf8')).toContain(clock.toISOString())
})
