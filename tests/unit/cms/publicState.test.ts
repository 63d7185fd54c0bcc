import { expect, test } from 'vitest'
import { savedWords } from '../../../cms/src/told/savedWords.ts'
import { adminWords } from '../../../cms/src/words/adminWords.ts'
import { PUBLIC_STATE_LABELS, publicState } from '../../../cms/src/words/publicState.ts'

const EACH = [true, false]

test('a withdrawn record, a draft over a public text, a draft and what is public are four words, in the library’s places too', () => {
  const states = EACH.flatMap((isPublic) =>
    EACH.flatMap((isDraft) => EACH.map((wasPublic) => publicState({ isPublic, isDraft, wasPublic }))),
  )
  expect(states).toEqual([
    'public with draft',
    'public with draft',
    'public',
    'public',
    'withdrawn',
    'draft',
    'withdrawn',
    'draft',
  ])
  expect(new Set(Object.values(PUBLIC_STATE_LABELS)).size).toBe(4)
  const { version } = adminWords.translations as { version: Record<string, string> }
  expect([version.changed, version.draft, version.published]).toEqual([
    PUBLIC_STATE_LABELS['public with draft'],
    PUBLIC_STATE_LABELS.draft,
    PUBLIC_STATE_LABELS.public,
  ])
})

test('only a save that changes what readers have says that something goes live or goes away', () => {
  for (const wasPublic of EACH)
    for (const isPublic of EACH)
      for (const isDraft of EACH)
        for (const kind of [null, 'correction', 'progress'] as const) {
          const said = savedWords({ wasPublic, isPublic, isDraft, kind, wasEverPublic: wasPublic })
          const what = JSON.stringify({ wasPublic, isPublic, isDraft, kind, said })
          const isNew = !wasPublic && isPublic && !isDraft
          const isChange = wasPublic && isPublic && !isDraft && kind !== null
          expect(said.includes('几秒后上线'), what).toBe(isNew || isChange)
          expect(said.includes('就看不到'), what).toBe(wasPublic && !isPublic)
        }
})
