/** How much an occurrence in each part of a record counts. */
const TITLE = 4
const NEAR = 0.5
/** How much a long part takes from each of its words: none at 0, in proportion at 1. */
const TITLE_LENGTH = 0.3
const BODY_LENGTH = 0.6
/** An occurrence more counts less, the smaller this is. */
const SATURATION = 1.2
/** Steps in which the weight of a word in a record is kept. */
const LEVELS = 16

/** Mean lengths of the parts in characters. */
export type MeanLengths = { title: number; body: number }

/** How strongly a record speaks of a word, in steps from 0 to 15 (BM25 over title and body). */
export function levelOf(
  times: { title: number; body: number },
  lengths: { title: number; body: number },
  mean: MeanLengths,
): number {
  const title = 1 - TITLE_LENGTH + (TITLE_LENGTH * lengths.title) / mean.title
  const body = 1 - BODY_LENGTH + (BODY_LENGTH * lengths.body) / mean.body
  const x = (TITLE * times.title) / title + times.body / body
  return Math.min(LEVELS - 1, Math.floor((LEVELS * x) / (SATURATION + x)))
}

/** The share of a word's weight that a level stands for. */
export function shareOf(level: number): number {
  return (level + 0.5) / LEVELS
}

/** The share of a record that only wordings lead to. */
export const NEAR_SHARE = NEAR / (SATURATION + NEAR)

/** How much a word says that so many of all records hold. */
export function idf(holding: number, all: number): number {
  return Math.log(1 + (all - holding + 0.5) / (holding + 0.5))
}
