import { expect, test } from 'vitest'
import { DEEDS, PUBLISHED_KINDS, WITHDRAW_REASONS } from '#domain/vocabulary'
import { deedWords } from '../../../cms/src/history/deedWords.ts'

test('what was done to something public is called by its own kind, and 更正 is said of corrections alone', () => {
  expect(PUBLISHED_KINDS.map((kind) => deedWords('correct', kind))).toEqual(['更正', '补充', '勘误', '进展'])
  for (const deed of DEEDS)
    for (const kind of [null, ...PUBLISHED_KINDS, ...WITHDRAW_REASONS])
      expect(deedWords(deed, kind).includes('更正'), `${deed} ${kind}`).toBe(
        kind === 'correction' && (deed === 'correct' || deed === 'change'),
      )
  expect(deedWords('unpublish', 'duplicate')).toBe('撤下（重复）')
})
