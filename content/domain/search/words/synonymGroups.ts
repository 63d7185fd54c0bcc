import type { WordGroup } from '../dutyBook.ts'
import type { Question } from './asked.ts'
import { CONCEPTS } from './concepts.ts'
import { unitsOf } from './questionUnits.ts'
import { WordGroups } from './wordGroups.ts'

/** A word of the question and the words that stand for it, those of the host's own list first. */
export type Expansion = { said: string; means: string[] }

const READY = new WeakMap<readonly WordGroup[], WordGroups>()

/**
 * The words of a question that stand for others, as written or by their pinyin; quoted words stand for themselves only.
 * @param groups the host's words in normal form, as `groupsOf` gives them; the built-in words are added
 */
export function expand(question: Question, groups: readonly WordGroup[]): Expansion[] {
  const ready = READY.get(groups) ?? new WordGroups([groups, CONCEPTS])
  READY.set(groups, ready)
  const all = [...groups, ...CONCEPTS]
  const said = new Map<string, Set<string>>()
  const texts = [...question.runs.filter((run) => !run.quoted).map((run) => run.text), ...question.letters]
  for (const run of texts.flatMap((text) => unitsOf(text).runs))
    for (const { group, at, length } of ready.inUnits(run)) {
      const word = run.slice(at, at + length).map((unit) => unit.char ?? unit.syllable)
      const key = word.join('')
      const means = said.get(key) ?? new Set()
      said.set(key, means)
      const { term, words } = all[group] as WordGroup
      for (const other of [term, ...words]) if (other !== key) means.add(other)
    }
  return [...said].map(([word, means]) => ({ said: word, means: [...means] }))
}
