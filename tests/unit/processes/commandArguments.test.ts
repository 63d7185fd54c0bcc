import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandArguments } from '../../../scripts/processes/command/commandArguments.ts'
import { seedOf } from '../../support/generated.ts'

const taking = { usage: 'npm run release [-- --full]', options: { full: { type: 'boolean' } } } as const

test('whatever is written that a command does not know is refused with its usage', () => {
  const known = new Set(['--full', '--', ''])
  const words = fc.oneof(
    fc.constantFrom('--ful', '--Full', '-f', '--full=1', '--no-full', 'full', '--fulll'),
    fc.string(),
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), (args) => {
      if (args.every((arg) => known.has(arg))) return
      expect(() => commandArguments(taking, args)).toThrow('npm run release')
    }),
    seedOf('arguments'),
  )
})

test('what a command knows is read', () => {
  expect(commandArguments(taking, ['--full']).values.full).toBe(true)
  expect(commandArguments(taking, []).values.full).toBeUndefined()
  const file = { usage: 'x', words: { least: 0, most: 1 } }
  expect(commandArguments(file, ['a.tar.gz']).words).toEqual(['a.tar.gz'])
  expect(() => commandArguments(file, ['a', 'b'])).toThrow('多了参数 b')
  expect(() => commandArguments({ ...file, words: { least: 1, most: 1 } }, [])).toThrow('少了参数')
})
