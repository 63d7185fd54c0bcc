/** 没, 没有 as it is said along the Yangtze; what 得 belongs to a word of its own is left: 没得到. */
const NOT_HAVING = /(?:[冇莫冒]得|没得)(?!到|罪|病|奖)|冇(?!得)/g

/** A text with words of dialect in the words in which the lists are written. */
export function inStandardWords(text: string): string {
  return text.replace(NOT_HAVING, '没')
}
