import type { Parameters } from 'fast-check'
import { sha256 } from '#domain/records/snapshot'

/** Whether whole generated runs were asked for: `npm run test:long` sets it. */
export const isLong = process.env.TEST_LONG === '1'
/** A seed given from outside makes other examples, and the same ones again; without one a short run is always the same. */
const given = process.env.TEST_SEED ? Number(process.env.TEST_SEED) : null

/** How many times a generated test repeats: few in `npm test`, many in `npm run test:long`. */
export function rounds(short: number, long: number): number {
  return isLong ? long : short
}

/** The seed of a generated test as a number: its own in a short run, mixed with the one that a long run has printed. */
export function seedNumber(name: string): number {
  const own = Number.parseInt(sha256(name).slice(0, 7), 16)
  return given === null ? own : (own ^ given) >>> 0
}

/** What fast-check is to be run with for a test of this name. */
export function seedOf(name: string, short = 100, long = 5_000): Parameters<unknown> & { seed: number } {
  return { seed: seedNumber(name), numRuns: rounds(short, long) }
}
