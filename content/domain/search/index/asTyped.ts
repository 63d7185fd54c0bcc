import { normaliseMapped } from '../../normalise.ts'
import { inStandardWordsMapped } from '../words/dialect.ts'

/**
 * Finds words in normal form as they were typed in a question: LED for led, 冇得水 for 没水; undefined where one stands
 * there otherwise.
 */
export function asTyped(question: string): (word: string) => string | undefined {
  const standard = inStandardWordsMapped(question)
  const { text, at } = normaliseMapped(standard.text)
  const placeOf = (unit: number) => standard.at[at[unit] ?? standard.text.length] ?? question.length
  return (word) => {
    const from = text.indexOf(word)
    return from < 0 ? undefined : question.slice(placeOf(from), placeOf(from + word.length)).trimEnd()
  }
}
