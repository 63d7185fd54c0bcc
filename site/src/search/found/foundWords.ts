import type { Answer, AskedWord } from '#domain/search/answer/answer'
import { namedText } from '../searchAddress.ts'

/**
 * What was found, in a sentence. A number stands in it only where it is one, and 约 where it is not exact. Where not
 * the whole question was counted it names the words that were.
 */
export function foundWords(answer: Answer): string {
  const { words, total, hits } = answer
  const unheld = words.filter((word) => word.count === 0)
  const read = answer.reading ? `读作“${answer.reading}”。` : ''
  const near = hits.length > 0 ? '下面是相近的。' : ''
  if (unheld.length > 0) return `${read}没有一件写着${quoted(unheld)}。${near}`
  if (total === null || words.length === 0) return `${read}${near || '没有找到。'}`
  if (total.count === 0) {
    const sifted = Object.keys(answer.asked.facets ?? {}).length > 0 ? '按选的筛选，' : ''
    return `${read}${sifted}没有一件${words.length > 1 ? '同时' : ''}写着${quoted(words)}。${near}`
  }
  const counted = answer.leavesOver ? `写着${quoted(words)}的` : ''
  return `${read}找到${total.isExact ? '' : '约'}${total.count}条${counted}。`
}

/** Says how many records were changed so lately that the index does not have them yet. */
export function leftWords(left: number): string {
  return left > 0 ? `刚改过的${left}条，要过一会儿才搜得到。` : ''
}

/** Says which filters of an address there are not. */
export function unknownWords(filters: readonly string[]): string {
  return filters.length > 0
    ? `地址里写的筛选${filters.map((id) => `“${namedText(id)}”`).join('')}这里没有，没有用它。`
    : ''
}

/** Words that a sentence names, as they were typed; of more it says how many. */
const NAMED = 4

function quoted(words: readonly AskedWord[]): string {
  const named = words.map(({ text, asked }) => `“${asked ?? text}”`)
  return named.length > NAMED ? `${named.slice(0, NAMED).join('')}等${named.length}个词` : named.join('')
}
