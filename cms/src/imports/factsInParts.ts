import { setImmediate } from 'node:timers/promises'
import type { WorldFacts } from './worldFacts.ts'

/** The facts that have an entry for every record: they are sent a part at a time. */
const LARGE = ['imported', 'current', 'decisions', 'own', 'states'] as const
type Large = (typeof LARGE)[number]

/** A part of what planning must know, small enough that whoever sends it keeps nobody waiting. */
export type FactsPart =
  | { of: 'the rest'; facts: Omit<WorldFacts, Large>; isOwn: boolean }
  | { of: Large; entries: [string, unknown][] }
  | { of: 'nothing more' }

/** Entries of one part. */
const AT_ONCE = 500

/** Sends facts part by part; others have their turn in between. */
export async function sendFacts(
  { imported, current, decisions, own, states, ...facts }: WorldFacts,
  send: (part: FactsPart) => Promise<void>,
): Promise<void> {
  await send({ of: 'the rest', facts, isOwn: own !== undefined })
  const large = { imported, current, decisions, own: own ?? new Map(), states }
  for (const [name, map] of Object.entries(large))
    for (const entries of slicesOf(map as ReadonlyMap<string, unknown>)) {
      await send({ of: name as Large, entries })
      await setImmediate()
    }
  await send({ of: 'nothing more' })
}

/** Puts the parts together again. */
export async function receivedFacts(parts: AsyncIterable<FactsPart>): Promise<WorldFacts> {
  const large = Object.fromEntries(LARGE.map((name) => [name, new Map<string, unknown>()])) as Record<
    Large,
    Map<string, never>
  >
  let rest: Extract<FactsPart, { of: 'the rest' }> | undefined
  for await (const part of parts) {
    if (part.of === 'nothing more') break
    if (part.of === 'the rest') rest = part
    else for (const [key, value] of part.entries) large[part.of].set(key, value as never)
  }
  if (!rest) throw new Error('the facts of the newsroom did not come')
  const { own, ...others } = large
  return { ...rest.facts, ...others, ...(rest.isOwn ? { own } : {}) }
}

function* slicesOf(map: ReadonlyMap<string, unknown>): Generator<[string, unknown][]> {
  let slice: [string, unknown][] = []
  for (const entry of map) {
    slice.push(entry)
    if (slice.length < AT_ONCE) continue
    yield slice
    slice = []
  }
  if (slice.length > 0) yield slice
}
