import { isGivenName, weightOfGiven } from './givenNames.ts'
import {
  CLAUSE_BEFORE,
  PERSON_AFTER,
  PLACE_AFTER,
  POST_AFTER,
  POST_BEFORE,
  ROLE_BEFORE,
  TITLE,
} from './personWords.ts'
import { surnameAt, weightOfSurname } from './surnames.ts'

/** A full name in a text: where it is, and how many of its characters are the surname. */
export type NameFound = { from: number; to: number; surname: number }

/** Words that begin like a name and are none. */
const NO_NAME =
  /^(?:董事|曾[经任在被多向于因用有到去找是将与拨报提]|高[度新压空速层效]|任何|何[时处必况]|向[社有相上物街]|.(?:小学|中学|大学|小区|社区|大道|花园|公司|医院|工队))/
/** Signs that end a name and never belong to it. */
const NEVER = /[的和与了是在把被就都也又对说称及或]/
const HAN = /^[\u4e00-\u9fff]+$/
/** How much must speak for a name before it is asked about. */
const ENOUGH = 1.9
/** What stands before and after a name is looked at so far. */
const BEFORE = 14
const AFTER = 10
/** One name after another. */
const NEXT = /^(?:[、,，]|和|与|及|以及){1}$/

/**
 * The full names of persons in a text of one spelling, but of those who are named by their post (社区书记李华, 李华主任),
 * those that are masked (李某) and surnames with a title (李大爷). It weighs surname, given name, how the text is cut
 * into words, and the words on both sides.
 */
export function privateNames(text: string): NameFound[] {
  const cuts = cutsOf(text)
  const found: (NameFound & { official: boolean })[] = []
  for (let at = 0; at < text.length; at++) {
    const surname = surnameAt(text, at)
    if (surname === 0) continue
    const last = found.at(-1)
    const isNext = last !== undefined && NEXT.test(text.slice(last.to, at))
    const name = bestName(text, at, surname, cuts, isNext)
    if (!name) continue
    const official =
      POST_BEFORE.test(text.slice(Math.max(0, at - BEFORE), at)) ||
      POST_AFTER.test(text.slice(name.to, name.to + AFTER)) ||
      (isNext && last.official)
    found.push({ ...name, official })
    at = name.to - 1
  }
  return found.filter(({ official }) => !official)
}

function bestName(
  text: string,
  from: number,
  surname: number,
  cuts: ReadonlySet<number>,
  isNext: boolean,
): NameFound | null {
  let best: NameFound | null = null
  let most = ENOUGH
  for (const length of [2, 1]) {
    const to = from + surname + length
    const weight = weightOf(text, from, surname, to, cuts) + (isNext ? 1 : 0)
    if (to <= text.length && weight >= most) {
      best = { from, to, surname }
      most = weight + 0.01
    }
  }
  return best
}

function weightOf(text: string, from: number, surname: number, to: number, cuts: ReadonlySet<number>) {
  const given = text.slice(from + surname, to)
  const after = text.slice(to, to + AFTER)
  if (
    !HAN.test(given) ||
    NEVER.test(given) ||
    NO_NAME.test(text.slice(from, from + 3)) ||
    TITLE.test(text.slice(from + surname, to + 2)) ||
    PLACE_AFTER.test(after)
  )
    return 0
  const before = text.slice(Math.max(0, from - BEFORE), from)
  let weight = weightOfSurname(text.slice(from, from + surname)) + weightOfGiven(given)
  const isRole = ROLE_BEFORE.test(before)
  if (isRole) weight += 1.6
  else if (CLAUSE_BEFORE.test(before)) weight += 0.5
  if (PERSON_AFTER.test(after)) weight += 1.3
  else if (/^(?:$|[\s,，。；;：:、!！?？()（）“”·]|[和与及在到把被])/.test(after)) weight += 0.4
  return weight + weightOfCuts(from, surname, to, given, cuts, isRole)
}

/** Names are in no dictionary: they fall into single characters. A word across an end of the name speaks against it. */
function weightOfCuts(
  from: number,
  surname: number,
  to: number,
  given: string,
  cuts: ReadonlySet<number>,
  isRole: boolean,
): number {
  let weight = cuts.has(to) ? 0.4 : -1.6
  if (!cuts.has(from) && !isRole) weight -= 1.6
  const isWhole = ![...given].some((_, i) => cuts.has(from + surname + i)) && cuts.has(from)
  if (isWhole) weight -= 1.2
  // A surname that a word has taken (夏天闻着) is none, unless what follows can only be a name (周文斌).
  if (!isWhole && !cuts.has(from + surname) && !isGivenName(given)) weight -= 1.2
  const isWord = given.length === 2 && cuts.has(from + surname) && !cuts.has(from + surname + 1)
  if (isWord && !isGivenName(given)) weight -= 1.5
  return weight
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
/** The places at which a text is cut into words. */
function cutsOf(text: string): Set<number> {
  const cuts = new Set([text.length])
  for (const { index } of words.segment(text)) cuts.add(index)
  return cuts
}
