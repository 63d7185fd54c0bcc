import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { expect, test } from 'vitest'
import { processorWait } from '../../../scripts/processes/children/processorWait.ts'
import { LOOK_MS, Watch } from '../../../scripts/processes/children/watch.ts'
import { within } from '../../support/product/startedProduct.ts'

const looks = (watch: Watch, ms: number) => Array.from({ length: ms / LOOK_MS }, () => watch.look())

test('a child that says nothing for a minute is silent, at the step at which it fell so', () => {
  const watch = new Watch()
  watch.heard('data')
  expect(looks(watch, 60_000).every((step) => step === null)).toBe(true)
  expect(watch.look()).toBe('data')
})

test('a child that speaks every ten seconds is never silent', () => {
  const watch = new Watch()
  for (let i = 0; i < 100; i++) {
    watch.heard('data')
    expect(looks(watch, 10_000)).not.toContain('data')
  }
})

test('a disk that writes for minutes is waited for', () => {
  const watch = new Watch()
  watch.heard('tree')
  expect(looks(watch, 300_000).every((step) => step === null)).toBe(true)
})

test('what was paused together with its watch is not silent: looks are counted, not time', () => {
  const watch = new Watch()
  watch.heard('data')
  looks(watch, 55_000)
  expect(watch.look()).toBeNull()
})

test('what waits for a processor on a crowded machine has two minutes, and what works or sleeps meanwhile has one', () => {
  const watch = new Watch()
  watch.heard('data')
  let waited = 0
  const crowded = () => {
    waited += LOOK_MS * 0.9
    return watch.look(waited)
  }
  expect(Array.from({ length: 24 }, crowded).every((step) => step === null)).toBe(true)
  expect(crowded(), 'what runs for ever is ended on a crowded machine too').toBe('data')
  watch.begin()
  watch.heard('pages')
  expect(Array.from({ length: 12 }, () => watch.look(0)).at(-1)).toBeNull()
  expect(watch.look(0)).toBe('pages')
})

test('the system tells for how long a thread has waited for a processor', async () => {
  const script = 'for (;;) {}'
  const crowd = Array.from({ length: 2 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', script]),
  )
  const pid = crowd[0]?.pid as number
  try {
    const waits = () => processorWait(pid) > 200
    expect(await within(20_000, waits)).toBe(process.platform === 'linux')
  } finally {
    for (const each of crowd) each.kill('SIGKILL')
  }
  expect(processorWait(2 ** 30)).toBe(0)
})
