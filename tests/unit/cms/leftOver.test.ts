import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { leftOver } from '../../../cms/src/erasure/leftOver.ts'

const PAGE = 4096
const WORDS = '金丝雀街坊'
const BYTES = Buffer.from(WORDS)
let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'left-over-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** Whether words are found in a file of so many bytes in which something stands somewhere. */
function found(size: number, parts: readonly [at: number, what: Buffer][], words = WORDS): Promise<boolean> {
  const bytes = Buffer.alloc(size, 'x')
  for (const [at, what] of parts) what.copy(bytes, at)
  const file = path.join(folder, 'file.db')
  writeFileSync(file, bytes)
  return leftOver(file, words)
}

test('words are found wherever they stand, across what is read at once too, and not where they do not', async () => {
  const size = 3 * 1024 * PAGE
  expect(await found(size, [])).toBe(false)
  for (const at of [0, 5000, (1 << 20) - 7, 1 << 20, (1 << 21) - 1, size - BYTES.length])
    expect([at, await found(size, [[at, BYTES]])]).toEqual([at, true])
  expect(await found(size, [[9000, Buffer.from('金丝雀街道')]])).toBe(false)
})

test('words that go on in another page are found by the larger part, wherever they are cut', async () => {
  for (const words of [WORDS, '金丝']) {
    const bytes = Buffer.from(words)
    for (let cut = 1; cut < bytes.length; cut++) {
      const begins: [number, Buffer] = [
        4000,
        Buffer.concat([bytes.subarray(0, cut), Buffer.from([0, 0, 1, 7])]),
      ]
      const goesOn: [number, Buffer] = [260 * PAGE + 4, bytes.subarray(cut)]
      const each = []
      for (const parts of [[begins, goesOn], [begins], [goesOn]] as const)
        each.push(await found(261 * PAGE, parts, words))
      expect([words, cut, ...each]).toEqual([
        words,
        cut,
        true,
        cut > bytes.length / 2,
        bytes.length - cut > bytes.length / 2,
      ])
    }
  }
})

test('words are found as JSON spells them', async () => {
  const words = '她说"别来"\n'
  expect(await found(PAGE, [[99, Buffer.from(JSON.stringify({ words }))]], words)).toBe(true)
})
