import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { LOG_BYTES, LogFile } from '../../../scripts/processes/logFile.ts'
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
