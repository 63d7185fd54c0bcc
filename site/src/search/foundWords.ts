import type { Answer } from '#domain/search/index/answer'

/** What was found, in a sentence. A number stands in it only where it is one, and 约 where it is not exact. */
export function foundWords(answer: Answer): string {
  const { words, total, hits } = answer
  const unheld = words.filter((word) => word.count === 0)
  const read = answer.reading ? `读作“${answer.reading}”。` : ''
  const near = hits.length > 0 ? '下面是相近的。' : ''
  if (unheld.length > 0)
    return `${read}没有一件写着${unheld.map((word) => `“${word.text}”`).join('')}。${near}`
  if (total === null || words.length === 0) return `${read}${near || '没有找到。'}`
  if (total.count === 0) return `${read}没有一件同时写着${words.length}个词。${near}`
  return `${read}找到${total.isExact ? '' : '约'}${total.count}条。`
}
