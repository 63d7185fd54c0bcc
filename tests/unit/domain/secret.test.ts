import { expect, test } from 'vitest'
import { readEnvironment } from '#host/environment'

test('a secret that can be guessed is refused in words, a random one is not', () => {
  const weak = [
    '1111111111111111',
    'abababababababab',
    'abcdefghijklmnop',
    '0123456789abcdef',
    '9876543210fedcba',
    '12341234123412341234',
    'secretsecretsecret',
    'aaaaaaaaaaaaaaaaaaaaaaaaab',
    'short',
  ]
  for (const PAYLOAD_SECRET of weak)
    expect([PAYLOAD_SECRET, () => readEnvironment({ PAYLOAD_SECRET })]).toEqual([
      PAYLOAD_SECRET,
      expect.toSatisfy((read: () => unknown) => {
        try {
          read()
          return false
        } catch (error) {
          return /环境变量 PAYLOAD_SECRET：/.test(String(error))
        }
      }),
    ])
  for (const PAYLOAD_SECRET of [
    'e3b0c44298fc1c149afbf4c8996fb924',
    'correct horse battery staple',
    'vN2x!u7Qz0pLr5Wd',
  ])
    expect(readEnvironment({ PAYLOAD_SECRET }).PAYLOAD_SECRET).toBe(PAYLOAD_SECRET)
})
