import { normaliseMapped } from '../normalise.ts'

/** Finds words in normal form as they were typed in a question: LED for led; undefined where one stands there otherwise. */
export function asTyped(question: string): (word: string) => string | undefined {
  const { text, at } = normaliseMapped(question)
  return (word) => {
    const from = text.indexOf(word)
    return from < 0
      ? undefined
      : question.slice(at[from], at[from + word.length] ?? question.length).trimEnd()
  }
}
