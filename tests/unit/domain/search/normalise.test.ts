import { expect, test } from 'vitest'
import { normalise, normaliseMapped } from '../../../../content/domain/normalise.ts'

test.each([
  ['樓道燈壞了', '楼道灯坏了'],
  ['ＷＳ－２０２２', 'ws-2022'],
  ['⼥⼉⺟', '女儿母'],
  ['楼上\n 漏水', '楼上漏水'],
  ['楼\u200b上\ufeff漏\u0007水', '楼上漏水'],
  [' A  b ', 'a b'],
  ['3–47', '3-47'],
  ['ΟΔΟΣ', 'οδοσ'],
])('%j is compared as %j', (text, form) => {
  expect(normalise(text)).toBe(form)
})

/** Characters whose forms depend on their neighbours, grow, shrink or vanish. */
const TRICKY = [...'樓上a\u0301ﬁ㈱ ΣİㄱㅏｶﾞA\u200b\ufe0f\n\t각𠮷½e\u0308\u0327x，。⼥\u0000ü…']

test('the mapped form is the same text, and every unit knows a place in the original, never going back', () => {
  let seed = 1
  const next = () => {
    seed = (seed * 48271) % 2147483647
    return seed
  }
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: next() % 12 }, () => TRICKY[next() % TRICKY.length]).join('')
    const mapped = normaliseMapped(text)
    expect(mapped.text, JSON.stringify(text)).toBe(normalise(text))
    expect(mapped.at).toHaveLength(mapped.text.length)
    expect(mapped.at.every((place, i) => place < text.length && place >= (mapped.at[i - 1] ?? 0))).toBe(true)
  }
})

test('the place of a character is where it stands in the original', () => {
  const text = ' 昨天\u200b ，樓上 漏水 '
  const { text: form, at } = normaliseMapped(text)
  expect(text.slice(at[form.indexOf('楼')], (at[form.indexOf('水')] as number) + 1)).toBe('樓上 漏水')
})
