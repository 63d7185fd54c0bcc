import { CASE_STATES, type CaseState, type Origin } from '../vocabulary.ts'
import type { Event } from './timeline.ts'
import { contradictions } from './workflow.ts'

type Told = { kind: Event['kind']; department?: string | undefined }
type Entered = { timeline: readonly Told[]; called: readonly string[]; origin: Origin | undefined }

/** Events by which work on a case is seen. */
const WORK: readonly Event['kind'][] = ['arrival', 'joint-meeting', 'plan', 'progress', 'done']

/**
 * The states that a timeline leaves open, the likeliest first: one where the events decide, several where somebody has
 * to be asked (whether a plan is as far as it goes, whether what some departments finished is all), and all that do not
 * contradict it where a source alone knows.
 * @param called the departments of the case
 */
export function statesLeft({ timeline, called, origin }: Entered): CaseState[] {
  const likely = likelyStates(timeline, called)
  if (origin !== 'press') return likely
  const events = timeline as Event[]
  const sound = CASE_STATES.filter((status) => contradictions({ status, timeline: events }).length === 0)
  return [
    ...likely.filter((state) => sound.includes(state)),
    ...sound.filter((state) => !likely.includes(state)),
  ]
}

function likelyStates(timeline: readonly Told[], called: readonly string[]): CaseState[] {
  const since = timeline.findLastIndex((e) => e.kind === 'reopened') + 1
  const round = timeline.slice(since)
  if (round.some((e) => e.kind === 'closure')) return ['closed']
  const done = new Set(round.flatMap((e) => (e.kind === 'done' && e.department ? [e.department] : [])))
  if (done.size > 0) return called.every((one) => done.has(one)) ? ['done'] : ['handling', 'done']
  if (round.some((e) => e.kind === 'plan')) return ['handling', 'planned']
  if (round.some((e) => WORK.includes(e.kind))) return ['handling']
  return since > 0 ? ['reopened'] : ['waiting']
}

/**
 * The state to enter when the events of a case changed: the one that was entered, unless the events decide otherwise and
 * it was left to them. Undefined where somebody has to be asked.
 * @param wasLeft the states that were left before the change
 */
export function stateToEnter(
  entered: CaseState | undefined,
  left: readonly CaseState[],
  wasLeft: readonly CaseState[],
): CaseState | undefined {
  const followed = entered === undefined || (wasLeft.length === 1 && wasLeft[0] === entered)
  if (left.length === 1 && (followed || !left.includes(entered as CaseState))) return left[0]
  return entered !== undefined && left.includes(entered) ? entered : undefined
}
