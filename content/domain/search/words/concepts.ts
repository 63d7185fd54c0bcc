import type { WordGroup } from '../dutyBook.ts'
import { HOME_WORDS } from './homeWords.ts'
import { LIFE_WORDS } from './lifeWords.ts'

/**
 * Everyday words of town and village life beside the words that lists of duties use. A word may stand in several
 * groups. They say nothing of any one host: its own words are in 俗称词表 and come before these.
 */
export const CONCEPTS: readonly WordGroup[] = (HOME_WORDS + LIFE_WORDS)
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [term, ...words] = line.split(' ')
    return { term: term as string, words }
  })
