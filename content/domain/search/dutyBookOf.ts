import { goodCases } from '../figures/goodCases.ts'
import { metricOf } from '../figures/metrics.ts'
import type { Statistics } from '../figures/statistics.ts'
import { addressOf } from '../published/addresses.ts'
import type { Row } from '../records/snapshot.ts'
import { earlierNamesOf } from '../records/succession.ts'
import { SCOPES, scopeOf } from '../scope.ts'
import { DUTY_CATEGORY_NUMBERS } from '../vocabulary.ts'
import { answering } from '../world/answering.ts'
import { categoryTitle } from '../world/facets.ts'
import type { World } from '../world/world.ts'
import type { BookDuty, BookLink, BookName, DutyBook, WordGroup } from './dutyBook.ts'

/** The duty's own page shows more of them. */
const EXAMPLES = 1
const CLOSURE_TIME = metricOf('closure-time')

/**
 * The duty list as the finder needs it: what is published, figures counted over the same world.
 * @param known items that are still as they were made last: they are not counted again; what is made is added
 */
export function makeDutyBook(
  world: World,
  statistics: Statistics,
  known: Map<string, BookDuty> = new Map(),
): DutyBook {
  const { settings, synonyms } = world.snapshot
  const dutyOf = (duty: Row<'duties'>) => {
    const made = known.get(duty.code) ?? bookDuty(duty, world, statistics)
    known.set(duty.code, made)
    return made
  }
  return {
    duties: world.all('duties').map(dutyOf),
    names: [...world.all('departments').map(departmentName), ...world.all('areas').map(areaName)],
    categories: DUTY_CATEGORY_NUMBERS.map((number) => ({ number, title: categoryTitle(number, world) })),
    synonyms: synonyms.groups.filter((group) => !isDutyWording(group, world)),
    ask: {
      ...(settings.organiser ? { organiser: settings.organiser } : {}),
      ...(settings.contact ? { contact: settings.contact } : {}),
    },
  }
}

/** Whether a group only says what a duty of that title already says: the browser makes it from the duty. */
function isDutyWording({ term, words }: WordGroup, world: World): boolean {
  return world
    .all('duties')
    .some((duty) => duty.title === term && words.every((word) => duty.wordings.includes(word)))
}

function bookDuty(duty: Row<'duties'>, world: World, statistics: Statistics): BookDuty {
  const department = (slug: string): BookLink => ({
    name: world.need('departments', slug).name,
    path: addressOf('departments', slug) as string,
  })
  const { lead, responsible } = answering(duty, world)
  const usual = usualOf(duty.code, statistics)
  return {
    code: duty.code,
    title: duty.title,
    category: duty.category,
    scope: scopeOf(duty),
    path: addressOf('duties', duty.code) as string,
    wordings: duty.wordings,
    ...(duty.covers ? { covers: duty.covers } : {}),
    ...(duty.excludes ? { excludes: duty.excludes } : {}),
    lead: department(lead),
    responsible: responsible.map(department),
    ...(duty.arrivalHours ? { arrivalHours: duty.arrivalHours } : {}),
    ...(duty.handlingDays ? { handlingDays: duty.handlingDays } : {}),
    ...(usual ? { usual } : {}),
    examples: goodCases(
      world.casesBy('duty', duty.code),
      { world, statistics },
      scopeOf(duty) === 'sample',
      EXAMPLES,
    ).map(({ reference }) => ({
      name: world.need('cases', reference).title,
      path: addressOf('cases', reference) as string,
    })),
  }
}

/** How long cases of a duty usually take: real ones where they are enough to say it, otherwise sample ones. */
function usualOf(code: string, statistics: Statistics): BookDuty['usual'] {
  for (const scope of SCOPES) {
    const { value, values } = statistics.figure(CLOSURE_TIME, scope, `duty:${code}`)
    if (value !== null && values.length >= CLOSURE_TIME.minimum)
      return { scope, n: values.length, days: value }
  }
  return undefined
}

function departmentName(d: Row<'departments'>): BookName {
  const all = [d.shortName, d.fullName ?? '', ...d.otherNames, ...d.formerNames, ...earlierNamesOf(d)]
  return {
    name: d.name,
    path: addressOf('departments', d.slug) as string,
    kind: 'department',
    scope: scopeOf(d),
    names: [...new Set(all)].filter((name) => name !== '' && name !== d.name),
  }
}

function areaName(a: Row<'areas'>): BookName {
  return {
    name: a.name,
    path: addressOf('areas', a.slug) as string,
    kind: 'area',
    scope: scopeOf(a),
    names: earlierNamesOf(a).filter((name) => name !== a.name),
  }
}
