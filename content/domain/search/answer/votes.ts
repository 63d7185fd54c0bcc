import type { Merged } from '../index/merged.ts'
import type { Hit } from './answer.ts'

/** Found cases that have a say. */
const VOTERS = 30

/** How strongly the best found cases speak for their main duties: shares of their scores, together at most 1. */
export function votesOf(hits: readonly Hit[], merged: Pick<Merged, 'duty'>): Map<string, number> {
  const votes = new Map<string, number>()
  const cases = hits.filter((hit) => hit.table === 'cases').slice(0, VOTERS)
  const all = cases.reduce((sum, hit) => sum + hit.score, 0)
  if (all === 0) return votes
  for (const { ordinal, score } of cases) {
    const duty = merged.duty(ordinal)
    if (duty) votes.set(duty, (votes.get(duty) ?? 0) + score / all)
  }
  return votes
}
