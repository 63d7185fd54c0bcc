import { expect, test } from 'vitest'
import { Heartbeat } from '../../../scripts/release/publisher/heartbeat.ts'

test('the longest silence is the longest time between two beats, whatever gave them, and begins anew when it is told', () => {
  let now = 1_000
  const said: string[] = []
  const heart = new Heartbeat(
    (step) => said.push(step),
    () => now,
  )
  const after = (ms: number, what: () => void) => {
    now += ms
    what()
  }
  after(40, () => heart.beat())
  after(7_000, () => heart.at('snapshot'))
  after(300, () => expect(heart.current()).toBe('snapshot'))
  expect(said).toEqual(['start', 'snapshot'])
  expect(heart.longestSilence()).toBe(7_000)
  after(20, () => heart.beat())
  after(90, () => expect(heart.longestSilence()).toBe(90))
  expect(heart.longestSilence()).toBe(0)
})
