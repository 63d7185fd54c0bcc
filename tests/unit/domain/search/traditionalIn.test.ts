import { afterEach, expect, test, vi } from 'vitest'
import { OTHER_FORMS } from '#domain/otherForms'
import { gb2312Characters } from '#domain/search/words/gb2312'
import { pinyinOf } from '#domain/search/words/pinyin'
import { TRADITIONAL } from '#domain/traditional'

/** The domain as the public scripts have it until the table comes. */
async function withoutTable() {
  vi.resetModules()
  vi.doMock('../../../../content/domain/traditional.ts', () => ({ TRADITIONAL: null }))
  const { normalise } = await import('#domain/normalise')
  const { learnTraditional } = await import('#domain/otherForms')
  const { needsTraditional } = await import('#domain/search/words/traditionalIn')
  return { normalise, learnTraditional, needsTraditional }
}
afterEach(() => {
  vi.doUnmock('../../../../content/domain/traditional.ts')
  vi.resetModules()
})

test('every text whose normal form needs the table of traditional characters asks for it, and no simplified one does', async () => {
  const { normalise, needsTraditional } = await withoutTable()
  const common = gb2312Characters()
  for (const char of common) expect([char, needsTraditional(char)]).toEqual([char, false])
  expect(needsTraditional(`${common} ABC 12 ，。⼥⻓ＡＢ`)).toBe(false)
  let needed = 0
  for (const [char, simple] of OTHER_FORMS) {
    const isSure = normalise(char) === simple
    expect([char, needsTraditional(char)]).toEqual([char, !isSure])
    if (!isSure) needed++
    if (pinyinOf(char) !== undefined) expect([char, isSure]).toEqual([char, true])
  }
  expect(needed).toBeGreaterThan(1800)
})

test('with the table a text has the normal form that it has on the server, and nothing is asked for any more', async () => {
  const { normalise, learnTraditional, needsTraditional } = await withoutTable()
  const text = '樓道燈壞了，下水井蓋子丟了，乾淨'
  expect(normalise(text)).not.toBe('楼道灯坏了,下水井盖子丢了,干净')
  expect(needsTraditional(text)).toBe(true)
  learnTraditional(TRADITIONAL as NonNullable<typeof TRADITIONAL>)
  for (const [char, simple] of OTHER_FORMS) expect([char, normalise(char)]).toEqual([char, simple])
  expect(needsTraditional(text)).toBe(false)
})
