import { type Minute, momentText } from './calendar.ts'
import type { TimedEvent } from './extensions.ts'
import { randomOf } from './random.ts'
import type { Whistle } from './whistles.ts'

/** Posts of the cadres who come to a resident's whistle. */
const POSTS = ['社区党委书记', '网格长', '社区居委会主任', '驻点镇干部'] as const
/** How many of the residents' whistles are answered by somebody. */
const ANSWERED = 0.8

/**
 * The events of a case with the cadre who came to a resident's whistle, between the whistle and whatever followed it.
 * Not every one is answered; a whistle of a community needs none.
 */
export function withCadres(
  reference: string,
  w: Pick<Whistle, 'kind'>,
  community: string,
  timed: readonly TimedEvent[],
): TimedEvent[] {
  const [whistle, ...rest] = timed as [TimedEvent, ...TimedEvent[]]
  const random = randomOf('cadres', reference)
  if (w.kind !== 'resident' || !random.chance(ANSWERED)) return [...timed]
  const before: Minute = rest[0]?.at ?? whistle.at
  const at = random.int(whistle.at, before)
  const came: TimedEvent = {
    at,
    event: { kind: 'cadre-arrival', at: momentText(at), body: community, post: random.pick(POSTS) },
  }
  return [whistle, came, ...rest]
}
