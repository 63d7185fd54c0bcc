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

/** Lengths of the parts in characters, of one record or in the mean. */
export type MeanLengths = { title: number; body: number }

/**
 * How strongly a record of these lengths speaks of a word that stands so many times in its title and its body, in steps
 * from 0 to 15 (BM25 over both).
 */
export function leveller(lengths: MeanLengths, mean: MeanLengths): (title: number, body: number) => number {
  const ofTitle = TITLE / (1 - TITLE_LENGTH + (TITLE_LENGTH * lengths.title) / mean.title)
  const ofBody = 1 / (1 - BODY_LENGTH + (BODY_LENGTH * lengths.body) / mean.body)
  return (title, body) => {
    const x = ofTitle * title + ofBody * body
    return Math.min(LEVELS - 1, Math.floor((LEVELS * x) / (SATURATION + x)))
  }
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
