import { expect, test } from 'vitest'
import type { Change } from '#domain/world/world'
import type { ReleaseMaker } from '../../../scripts/release/make/makeRelease.ts'
import {
  type ReleaseReasons,
  releaseTogether,
  type TogetherEffects,
} from '../../../scripts/release/turn/releaseTogether.ts'

/** A maker that refuses whatever holds a bad change and tells what the others were about. */
function makerWith(bad: (key: string) => boolean) {
  const made: { keys: string[]; asOfMoved: boolean; settingsChanged: boolean }[] = []
  const maker = {
    take: () => {},
    abandon: async () => {},
    incremental: async (changes: readonly Change[], asOfMoved: boolean, settingsChanged: boolean) => {
      const keys = changes.map((c) => c.key)
      if (keys.some(bad)) throw new Error(`${keys.find(bad)} 不能公开`)
      made.push({ keys, asOfMoved, settingsChanged })
      return {}
    },
  } as unknown as ReleaseMaker
  return { maker, made }
}
/** What holding does, and nothing else: no publisher is killed here. */
const effectsOf = (hold: TogetherEffects['hold'] = () => {}): TogetherEffects => ({
  hold,
  step: () => '试',
  inHand: { begin: () => {}, end: () => {}, left: null } as unknown as TogetherEffects['inHand'],
})
const reasonsOf = (some: Partial<ReleaseReasons>): ReleaseReasons => ({
  asOfMoved: false,
  settingsChanged: false,
  synonymsChanged: false,
  full: false,
  ...some,
})
const changesOf = (...keys: string[]): Change[] => keys.map((key) => ({ table: 'cases', key }))

test.each(['a', 'b', 'c', 'd'])(
  'when %s is held back, a new day and new settings are made once',
  async (bad) => {
    const { maker, made } = makerWith((key) => key === bad)
    const held: string[] = []
    const reasons = reasonsOf({ asOfMoved: true, settingsChanged: true })
    const effects = effectsOf((p) => held.push(p.key))
    await releaseTogether(maker, changesOf('a', 'b', 'c', 'd'), reasons, effects)
    expect(held).toEqual([bad])
    expect(made.flatMap((m) => m.keys).sort()).toEqual(['a', 'b', 'c', 'd'].filter((k) => k !== bad))
    expect(made.filter((m) => m.asOfMoved)).toHaveLength(1)
    expect(made.filter((m) => m.settingsChanged)).toHaveLength(1)
    expect(made[0]).toMatchObject({ asOfMoved: true, settingsChanged: true })
  },
)

test('a release that is not split has all its reasons', async () => {
  const { maker, made } = makerWith(() => false)
  await releaseTogether(maker, changesOf('a'), reasonsOf({ asOfMoved: true }), effectsOf())
  expect(made).toEqual([{ keys: ['a'], asOfMoved: true, settingsChanged: false }])
})

test('a database that is away is the fault of no change: nothing is halved or held back', async () => {
  let attempts = 0
  const away = Object.assign(new Error('gone'), { name: 'MongoServerSelectionError' })
  const maker = {
    take: () => {},
    abandon: async () => {},
    incremental: async () => {
      attempts++
      throw away
    },
  } as unknown as ReleaseMaker
  const held: string[] = []
  const effects = effectsOf((p) => held.push(p.key))
  for (const changes of [changesOf('a'), changesOf('a', 'b')])
    await expect(releaseTogether(maker, changes, reasonsOf({}), effects)).rejects.toBe(away)
  expect([attempts, held]).toEqual([2, []])
})
