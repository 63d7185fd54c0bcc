/** What one question of a set is judged by: the keys that were found in their order, and those that are right. */
export type Judged = { found: readonly string[]; right: ReadonlySet<string> }

/** How well a set of questions was answered. */
export type Relevance = {
  n: number
  /** Share of questions whose first, whose first three, whose first ten hits hold a right one. */
  s1: number
  s3: number
  s10: number
  /** Mean of 1 ÷ rank of the first right hit among ten. */
  mrr: number
  ndcg: number
  /** Questions that found nothing at all. */
  empty: number
}

const DEPTH = 10

/** Rank of the first right hit among ten, from 1; undefined where there is none. */
function rankOf({ found, right }: Judged): number | undefined {
  const at = found.slice(0, DEPTH).findIndex((key) => right.has(key))
  return at < 0 ? undefined : at + 1
}

/** nDCG at ten of one question: every right hit counts the same. */
export function ndcgOf({ found, right }: Judged): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 1)
  const got = found.slice(0, DEPTH).reduce((sum, key, i) => sum + (right.has(key) ? gain(i + 1) : 0), 0)
  const most = Array.from({ length: Math.min(DEPTH, right.size) }, (_, i) => gain(i + 1))
  return most.length === 0 ? 0 : got / most.reduce((sum, g) => sum + g, 0)
}

/** Judges a set. Throws when it is empty: nothing was measured. */
export function relevanceOf(judged: readonly Judged[]): Relevance {
  if (judged.length === 0) throw new Error('没有问法可量')
  const ranks = judged.map(rankOf)
  const share = (depth: number) =>
    ranks.filter((rank) => rank !== undefined && rank <= depth).length / judged.length
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / judged.length
  return {
    n: judged.length,
    s1: share(1),
    s3: share(3),
    s10: share(DEPTH),
    mrr: mean(ranks.map((rank) => (rank === undefined ? 0 : 1 / rank))),
    ndcg: mean(judged.map(ndcgOf)),
    empty: judged.filter(({ found }) => found.length === 0).length,
  }
}

/**
 * Whether one way of searching is worse than another on the same questions: a paired sign test on nDCG.
 * @returns two-sided probability of a difference at least as large by chance
 */
export function signTest(ours: readonly number[], theirs: readonly number[]): number {
  const differences = ours.map((value, i) => value - (theirs[i] as number)).filter((d) => Math.abs(d) > 1e-9)
  const n = differences.length
  const fewer = Math.min(differences.filter((d) => d > 0).length, differences.filter((d) => d < 0).length)
  let term = 0.5 ** n
  let sum = 0
  for (let k = 0; k <= fewer; k++) {
    sum += term
    term = (term * (n - k)) / (k + 1)
  }
  return Math.min(1, 2 * sum)
}
