import { dayOf, daysBetween } from '#domain/dates'
import { departmentsOf, isResolved, whistledAt } from '#domain/records/case'
import { type Empty, type EmptyField, emptyWords } from '#domain/records/emptyWords'
import type { Row } from '#domain/records/snapshot'
import { scopeOf } from '#domain/scope'
import type { CaseState } from '#domain/vocabulary'
import { placesThen } from '#domain/world/placesThen'
import type { World } from '#domain/world/world'
import type { Context } from '../context.ts'
import { dateWords, daysWords, minutesWords } from '../format.ts'
import { recordPath } from '../urls.ts'

/** A case as a row of a list: two equal lines, the place under the title and the number under the state. */
export type CaseLine = {
  href: string
  reference: string
  title: string
  state: CaseState
  sample: boolean
  place: string
  /** Lead department, or the first of those that came. */
  department: string | Empty
  /** Whether that department leads. */
  leads: boolean
  /** How many departments were called, that one among them. */
  others: number
  whistled: string | Empty
  /** From the whistle to the first arrival before any reopening, where the times are known to the minute. */
  first: string | Empty
  /** Days that an open case has waited, or that a closed one took. */
  days: string | Empty
  open: boolean
}

/** Names of the place of a case and the one above it as they were then, the wider first: 麻丘镇刘城村. */
export function placeWords(c: Pick<Row<'cases'>, 'area' | 'timeline'>, world: World): string {
  return (
    placesThen(c, world)
      .slice(0, 3)
      .map((slug) => world.need('areas', slug))
      .filter((a) => a.level !== 'zone')
      .slice(0, 2)
      .reverse()
      .map((a) => a.name)
      .join('') || world.need('areas', c.area).name
  )
}

/** How long after the whistle they came where only the words of a source tell it, such as 两天后; null where none does. */
function toldArrival({ timeline }: Row<'cases'>): string | null {
  const again = timeline.findIndex((e) => e.kind === 'reopened')
  const first = again < 0 ? timeline : timeline.slice(0, again)
  return (
    first.flatMap(
      ({ text }) => /^吹哨(?<after>[^，。；]{1,8}后)，.*到/.exec(text ?? '')?.groups?.after ?? [],
    )[0] ?? null
  )
}

/** Said of an open case where no days are counted. */
const STILL_OPEN: Empty = { reason: 'not-yet', words: '还没解决' }

function lineOf(c: Row<'cases'>, { world, statistics }: Context): CaseLine {
  const facts = statistics.factsOf(c)
  const at = whistledAt(c)
  const open = !isResolved(c)
  const waited = open && at ? daysBetween(at, world.asOf(scopeOf(c))) : null
  const days = open ? waited : facts.closureDays
  const departments = departmentsOf(c)
  const empty = (field: EmptyField, state = c.status) => emptyWords(field, c.origin, state)
  const hasCome = c.timeline.some((e) => e.kind === 'arrival')
  return {
    href: recordPath('cases', c.reference),
    reference: c.reference,
    title: c.title,
    state: c.status,
    sample: c.origin === 'sample',
    place: placeWords(c, world),
    department: departments[0] ? world.need('departments', departments[0]).shortName : empty('lead'),
    leads: c.lead !== undefined,
    others: departments.length,
    whistled: at ? dateWords(dayOf(at) ?? at) : empty('whistledAt'),
    first:
      facts.firstArrival === null
        ? (toldArrival(c) ?? empty('arrivedAt', open && !hasCome ? 'waiting' : c.status))
        : minutesWords(facts.firstArrival),
    days: days === null ? (open ? STILL_OPEN : empty('closedAt')) : daysWords(days),
    open,
  }
}

/** Lines that were worked out of a world in one state: a case stands in a dozen lists. */
const known = new WeakMap<World, { state: string; lines: Map<string, CaseLine> }>()

function linesOf(world: World): Map<string, CaseLine> {
  const state = `${world.revision} ${world.snapshot.asOf}`
  const last = known.get(world)
  if (last?.state === state) return last.lines
  const lines = new Map<string, CaseLine>()
  known.set(world, { state, lines })
  return lines
}

/** Lines of cases in the given order. */
export function caseLines(references: readonly string[], context: Context): CaseLine[] {
  const lines = linesOf(context.world)
  return references.map((reference) => {
    const line = lines.get(reference) ?? lineOf(context.world.need('cases', reference), context)
    lines.set(reference, line)
    return line
  })
}

/** The same on pages that no new day may alter: how long an open case has waited is left out. */
export function linesWithoutAges(references: readonly string[], context: Context): CaseLine[] {
  return caseLines(references, context).map((line) => (line.open ? { ...line, days: STILL_OPEN } : line))
}
