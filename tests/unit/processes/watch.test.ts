import { expect, test } from 'vitest'
import { LOOK_MS, Watch } from '../../../scripts/processes/children/watch.ts'

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
