import type { Found } from './dutyBook.ts'
import { normalise } from './normalise.ts'
import type { Scored } from './scoreDuties.ts'

/** A longer stretch is no longer a word that somebody said. */
const LONGEST = 7

/**
 * What was said and what the list calls it. Absent where the title itself holds a word of the question, where nothing
 * but pinyin was typed, and where no single word brought the duty here.
 */
export function becauseOf({ duty, holds, runs }: Scored): Found['because'] {
  const telling = holds.filter(({ slot, way }) => slot.isTelling && way.agreement !== 'guess')
  const title = normalise(duty.title)
  if (holds.some(({ slot, way }) => slot.isTelling && title.includes(way.token))) return undefined
  const held = runs.map((run) => run.map(() => false))
  for (const { slot } of telling) held[slot.run]?.fill(true, slot.from, slot.to)
  let best = ''
  runs.forEach((run, number) => {
    let said = ''
    run.forEach((unit, i) => {
      said = held[number]?.[i] && unit.char !== undefined ? said + unit.char : ''
      if (said.length > best.length && said.length <= LONGEST) best = said
    })
  })
  return best.length > 1 && !title.includes(best) ? { said: best, means: duty.title } : undefined
}
