import { readFileSync } from 'node:fs'

/** A text with the private words in it, as a person has marked them. */
export type MarkedText = { text: string; marks: { kind: string; start: number; end: number }[] }

/** The texts of one half of the labelled set; `{人名:刘建国}` marks private words. */
export function labelledTexts(half: 'first' | 'second'): MarkedText[] {
  const file = new URL(`../../fixtures/private-texts/${half}-half.txt`, import.meta.url)
  return readFileSync(file, 'utf8').trimEnd().split('\n').map(markedText)
}

function markedText(line: string): MarkedText {
  const marks: MarkedText['marks'] = []
  let text = ''
  let at = 0
  for (const { 0: whole, 1: kind = '', 2: words = '', index } of line.matchAll(/\{([^:]+):([^}]+)\}/g)) {
    text += line.slice(at, index)
    marks.push({ kind, start: text.length, end: text.length + words.length })
    text += words
    at = index + whole.length
  }
  return { text: text + line.slice(at), marks }
}
