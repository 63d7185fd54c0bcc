import { fuzzyOf } from '../words/pinyin.ts'

/** Runs of letters and digits with single marks inside, such as ws-2022-001234. */
export const TOKEN_RUN = /[a-z\d]+(?:[-._/'’][a-z\d]+)*/g
/** A run of letters and digits shorter than this is found as the pair or the character that it is. */
export const SHORTEST_TOKEN = 3
export const LONGEST_TOKEN = 32

/** Whether a term is a whole token and not Han text or a pair. */
export function isToken(term: string): boolean {
  const unit = term.charCodeAt(0)
  return term.length >= SHORTEST_TOKEN && (isDigit(unit) || (unit >= 97 && unit <= 122))
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

/**
 * Under what a term is kept: a pair, and every longer word that begins with it, under the fuzzy syllables of the pair,
 * so that all that sounds alike lies together; a character under itself; a token under itself.
 */
export function keyOfTerm(term: string): string {
  if (term.length === 1) return `1${term}`
  if (isToken(term)) return `0${term}`
  return keyOfPair(term.charAt(0), term.charAt(1))
}

function keyOfPair(first: string, second: string): string {
  return `${fuzzyOf(first)}\u0001${fuzzyOf(second)}`
}

/** A number from 0 to 2³²−1 for a text, spread evenly. */
export function hashOf(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    hash = Math.imul(hash ^ (unit & 255), 0x01000193)
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Path below the index folder of file `number` of a family; a folder holds at most 256. */
export function pieceName(family: string, number: number): string {
  const hex = (n: number) => n.toString(16).padStart(2, '0')
  return `${family}/${hex(number >> 8)}/${hex(number & 255)}.bin`
}
