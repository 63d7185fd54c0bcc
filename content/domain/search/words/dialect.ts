/** 没, 没有 as it is said along the Yangtze; what 得 belongs to a word of its own is left: 没得到. */
const NOT_HAVING = /(?:[冇莫冒]得|没得)(?!到|罪|病|奖)|冇(?!得)/g

/** The word that stands for them in the lists. */
const STANDARD = '没'

/** A text with words of dialect in the words in which the lists are written. */
export function inStandardWords(text: string): string {
  return text.replace(NOT_HAVING, STANDARD)
}

/** The same, with the place in the original of each UTF-16 unit of the result. */
export function inStandardWordsMapped(text: string): { text: string; at: number[] } {
  const at: number[] = []
  let from = 0
  for (const { 0: said, index } of text.matchAll(NOT_HAVING)) {
    for (; from < index; from++) at.push(from)
    at.push(index)
    from = index + said.length
  }
  for (; from < text.length; from++) at.push(from)
  return { text: inStandardWords(text), at }
}
