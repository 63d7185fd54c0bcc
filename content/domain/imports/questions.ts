import { rowsInWords } from './cellAddress.ts'
import type { Question } from './importPlan.ts'
import type { ReadRow } from './readRow.ts'

/** The same question of many rows is asked once, with how many rows and the first place. */
export function gatherQuestions(rows: readonly Pick<ReadRow, 'reading' | 'row' | 'sheet'>[]): Question[] {
  const asked = new Map<string, Question>()
  for (const { reading, ...row } of rows)
    for (const question of reading.questions) {
      const id = JSON.stringify([question.kind, question.field.replace(/\.\d+\./, '.*.'), question.value])
      const known = asked.get(id)
      if (known) known.rows++
      else
        asked.set(id, {
          ...question,
          rows: 1,
          first: reading.places.get(question.field) ?? rowsInWords([row]),
        })
    }
  // What keeps rows from being brought in comes first.
  const isLike = ({ kind }: Question) => Number(kind === 'like-name')
  return [...asked.values()].sort((a, b) => isLike(a) - isLike(b) || b.rows - a.rows)
}
