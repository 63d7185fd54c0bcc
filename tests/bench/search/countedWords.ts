import type { SearchDocument } from '#domain/search/document'
import { ownText } from '#domain/search/index/ownText'
import type { OurSearch } from './ourSearch.ts'

const WORDS = 60
const LONGEST = 5
/** Words that no record of the demonstration holds. */
const ABSENT = ['核酸', '核酸检测', '潜水艇', '考古队', '火箭发射']

/** Asks for pieces of texts and for absent words, and compares every exact number with a count over all texts. */
export async function countedWords(
  ours: OurSearch,
  documents: Iterable<SearchDocument>,
): Promise<{ asked: number; wrong: number }> {
  const texts = [...documents].map((document) => ownText(document).whole)
  const words = [...ABSENT]
  for (let i = 0; words.length < WORDS; i++) {
    const text = texts[(i * 7919) % texts.length] as string
    const at = (i * 104_729) % text.length
    const word = text.slice(at, at + 2 + (i % (LONGEST - 1)))
    if (/^[\u4e00-\u9fff]{2,}$/.test(word)) words.push(word)
  }
  let wrong = 0
  for (const word of words) {
    const { answer } = await ours.ask(`“${word}”`)
    const told = answer.total
    if (told?.isExact && told.count !== texts.filter((text) => text.includes(word)).length) wrong++
  }
  return { asked: words.length, wrong }
}
