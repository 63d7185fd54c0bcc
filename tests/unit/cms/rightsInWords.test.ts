import { describe, expect, test } from 'vitest'
import { ROLE_LABELS, ROLES } from '#domain/vocabulary'
import { MATRIX, type Place, reachOf } from '../../../cms/src/access/matrix.ts'
import { rightsInWords } from '../../../cms/src/access/rightsInWords.ts'

const PLACES = Object.keys(MATRIX) as Place[]

describe('what a role may do, in one sentence', () => {
  test.each(ROLES)('%s: every place has one, and it says what the matrix says', (role) => {
    for (const place of PLACES) {
      const words = rightsInWords(role, place)
      expect(words).toMatch(new RegExp(`^你是${ROLE_LABELS[role]}：[^。]+。$`))
      const reach = (operation: 'update' | 'publish' | 'delete') => reachOf(role, place, operation)
      expect([place, words.includes('能写全部')]).toEqual([place, reach('update') === 'all'])
      expect([place, words.includes('能批准、发布')]).toEqual([place, reach('publish') !== 'none'])
      expect([place, words.includes('能删除')]).toEqual([place, reach('delete') !== 'none'])
    }
  })

  test('who writes and does not publish reads who does; who reads all but private fields reads that', () => {
    expect(rightsInWords('contributor', 'cases')).toBe(
      '你是撰稿：能看自己的和已公开的，能写自己的，写好了交上去，公开、更正和撤下由发布人来做。',
    )
    expect(rightsInWords('editor', 'cases')).toContain('能退回，公开、更正和撤下由发布人来做')
    expect(rightsInWords('auditor', 'cases')).toBe('你是审计：能看全部，不能改，看不到不公开的内容。')
  })
})
