import { expect, test } from 'vitest'
import { canonicalJson, isSame } from '#domain/records/snapshot'

const VALUES: unknown[] = [
  null,
  0,
  1,
  '',
  '1',
  true,
  [],
  [1],
  [1, 2],
  [2, 1],
  {},
  { a: undefined },
  { a: null },
  { a: 1 },
  { a: 1, b: 2 },
  { b: 2, a: 1 },
  { a: 1, b: undefined },
  { a: { b: [1, { c: '二' }] } },
  { a: { b: [1, { c: '三' }] } },
  { a: { b: [1, { c: '二', d: undefined }] } },
  { 0: 1 },
]

test('two values are the same exactly where their canonical forms are', () => {
  for (const a of VALUES)
    for (const b of VALUES)
      expect(isSame(a, structuredClone(b)), `${JSON.stringify(a)} ${JSON.stringify(b)}`).toBe(
        canonicalJson(a) === canonicalJson(b),
      )
})
