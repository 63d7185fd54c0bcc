import { certainNumbers, type OfficialContact } from './certain/certainNumbers.ts'
import { childClasses } from './certain/childClasses.ts'
import { doorAddresses } from './certain/doorAddresses.ts'
import { homePhones } from './certain/homePhones.ts'
import { compoundPlaces } from './doubtful/compoundPlaces.ts'
import { healthAndFamily } from './doubtful/healthAndFamily.ts'
import { otherLandlines, unsaidNumbers } from './doubtful/looseNumbers.ts'
import { privateNames } from './doubtful/privateNames.ts'
import { oneSpelling } from './oneSpelling.ts'
import { placesOf } from './placesOf.ts'
import type { PrivateNumber } from './privateNumbers.ts'
import { mayBePrivate } from './privateTraces.ts'
import { type PrivateKind, usualForm } from './usualForms.ts'

/** What stands in the way of publishing by itself, and what a person is asked about. */
export const STRENGTHS = ['certain', 'doubtful'] as const
export type Strength = (typeof STRENGTHS)[number]

/** Private words in a text. */
export type PrivateSpan = {
  kind: PrivateKind
  strength: Strength
  /** Places in the text as it was given. */
  start: number
  end: number
  /** The words as they stand there. */
  text: string
  /** The usual form, to stand in their place. */
  masked: string
}

/** What is known of the field that holds a text. */
export type TextContext = {
  /** What of an office's own ways to be reached may stand there. */
  official?: OfficialContact
  /** It names authors or bodies: names are meant to stand there. */
  names?: boolean
}

/** What an address down to the door, a home number or a class cannot be without. */
const MAY_BE_HOME =
  /[栋幢座#＃室]|号楼|单元|[0-9０-９一二三四五六七八九十]号|[0-9０-９][-－][0-9０-９]{3}|[0-9０-９][-－][0-9０-９]{1,2}[-－]|[级幼)）0-9０-９一-九大中小托].?班|[家宅].{0,8}[0-9０-９]{3}/
/** Keys and moments are no address however their digits are parted: a third of all texts of a record. */
const KEY_OR_MOMENT = /^(?:[A-Za-z]+-[A-Za-z0-9-]+|[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9:+]+)?)$/
/** Keys, dates, addresses in the web and words of closed lists. */
const TOKEN = /^(?:[a-z0-9-]+|[A-Z]+-[0-9-]+|[0-9-]+T[0-9:+]+|[0-9a-f]{64}\.webp|https?:\/\/\S+)$/

type Found = PrivateNumber & { strength: Strength; surname?: number }

/**
 * The private words in a text that may become public, in order and without overlaps. What is certain stands in the way
 * of publishing; what is doubtful is for a person to decide: keep it, with a reason, or take the usual form.
 */
export function findPrivate(text: string, context: TextContext = {}): PrivateSpan[] {
  if (TOKEN.test(text)) return findCertain(text, context)
  return spansOf(text, (plain) => [...certainIn(text, plain, context), ...doubtfulIn(plain, context)])
}

/** The private words in a text about which there is no doubt. */
export function findCertain(text: string, context: TextContext = {}): PrivateSpan[] {
  if (!mayBeCertain(text)) return []
  return spansOf(text, (plain) => certainIn(text, plain, context))
}

/** Whether `findCertain` can find anything in a text: in most texts it cannot. */
export function mayBeCertain(text: string): boolean {
  return mayBePrivate(text) || mayBeHome(text)
}

function spansOf(text: string, look: (plain: string) => Found[]): PrivateSpan[] {
  const plain = oneSpelling(text)
  const found = withoutOverlaps(look(plain))
  if (found.length === 0) return []
  const places = placesOf(text, plain)
  return found.map(({ kind, strength, from, to, surname = 0 }) => {
    const start = places(from)
    const end = Math.max(places(to), start + 1)
    const masked = usualForm(kind as PrivateKind, plain.slice(from, to), surname)
    return { kind: kind as PrivateKind, strength, start, end, text: text.slice(start, end), masked }
  })
}

function mayBeHome(text: string): boolean {
  return MAY_BE_HOME.test(text) && !KEY_OR_MOMENT.test(text)
}

function certainIn(text: string, plain: string, context: TextContext): Found[] {
  const numbers = certainNumbers(text, plain, context.official)
  const found = mayBeHome(text)
    ? [
        ...numbers,
        ...doorAddresses(plain),
        ...homePhones(plain),
        ...childClasses(plain).filter(({ named }) => named),
      ]
    : numbers
  return found.map((each) => ({ ...each, strength: 'certain' }))
}

function doubtfulIn(plain: string, context: TextContext): Found[] {
  const isOfficial = context.official !== undefined && context.official !== 'none'
  const names = context.names
    ? []
    : privateNames(plain).map(({ from, to, surname }) => ({ kind: '人名', from, to, surname }))
  const found = [
    ...names,
    ...childClasses(plain).filter(({ named }) => !named),
    ...healthAndFamily(plain),
    ...compoundPlaces(plain),
    ...(isOfficial ? [] : otherLandlines(plain)),
    ...(isOfficial || context.names ? [] : unsaidNumbers(plain)),
  ]
  return found.map((each) => ({ ...each, strength: 'doubtful' }))
}

/** Of what overlaps, the certain before the doubtful and the longer before the shorter. */
function withoutOverlaps(found: Found[]): Found[] {
  const kept: Found[] = []
  const byRank = found.toSorted(
    (a, b) =>
      Number(a.strength === 'doubtful') - Number(b.strength === 'doubtful') ||
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from,
  )
  for (const each of byRank)
    if (!kept.some((other) => each.from < other.to && other.from < each.to)) kept.push(each)
  return kept.sort((a, b) => a.from - b.from)
}
