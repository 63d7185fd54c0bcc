import type { Parameters } from 'fast-check'
import { sha256 } from '#domain/snapshot'

/** Whether whole generated runs were asked for: `npm run test:long` sets it. */
const isLong = process.env.TEST_LONG === '1'
/** A seed given from outside replays a run; without one, short runs are always the same and long ones always others. */
const given = process.env.TEST_SEED ? Number(process.env.TEST_SEED) : null
const fresh = Math.floor(Math.random() * 2 ** 31)

/** How many times a generated test repeats: few in `npm test`, many in `npm run test:long`. */
export function rounds(short: number, long: number): number {
  return isLong ? long : short
}

/** The seed of a generated test as a number; printed by a long run, so that a failure can be replayed. */
export function seedNumber(name: string): number {
  const own = Number.parseInt(sha256(name).slice(0, 7), 16)
  if (given !== null) return (own ^ given) >>> 0
  if (!isLong) return own
  console.log(`${name}：用 TEST_SEED=${fresh} 重来`)
  return (own ^ fresh) >>> 0
}

/** What fast-check is to be run with for a test of this name. */
export function seedOf(name: string, short = 100, long = 5_000): Parameters<unknown> & { seed: number } {
  return { seed: seedNumber(name), numRuns: rounds(short, long) }
}
