import type { SearchedTable } from '../document.ts'
import type { WordGroup } from '../dutyBook.ts'
import { asTyped } from '../index/asTyped.ts'
import { both, type DocSet } from '../index/docSet.ts'
import type { Merged } from '../index/merged.ts'
import type { TermEntry } from '../index/termEntry.ts'
import { isToken } from '../index/termKey.ts'
import { isWordless, readQuestion, wholeRuns } from '../words/asked.ts'
import { expand } from '../words/synonymGroups.ts'
import type { Answer, Asked, AskedWord, Hit } from './answer.ts'
import { scopeCounts, tableCounts } from './facetCounts.ts'
import { allowedBy } from './filters.ts'
import { FOR_REPAIRS, LookUps, MOST_LOOKUPS, placesName, termNames } from './lookUps.ts'
import { nothingAsked } from './nothingAsked.ts'
import { lookUpsOf, type Plan, type PlannedWord, planOf } from './plan.ts'
import { addRepairs, type SearchedSlot, slotNames, taken } from './repairs.ts'
import { Scores } from './score.ts'
import { votesOf } from './votes.ts'
import { type Holders, holdersOf } from './wordHolders.ts'

/** How often words that were wrongly taken for listed ones are split again. */
const MOST_SPLITS = 4

const NO_GROUPS: readonly WordGroup[] = []
const LETTERS_ONLY = /^[a-z]+$/

/**
 * Answers a question from the settled index and what changed since. Nothing written asks for every record; nothing but
 * marks asks for none. Throws `LoadFailed` when a piece does not come.
 */
export async function searchMerged(asked: Asked, merged: Merged): Promise<Answer> {
  if (asked.text.trim() !== '' && isWordless(asked.text)) return nothingAsked(asked)
  const [allowed, { plan, holders, lookUps }] = await Promise.all([
    allowedBy(asked.facets, merged),
    wordsOf(asked, merged),
  ])
  const found = await searchedSlots(plan, lookUps, merged)
  const scores = new Scores(merged)
  for (const { slot, entries } of found) scores.addSlot(slot, entries)
  const reading = await addRepairs({ plan, found, lookUps, scores, merged })
  plan.words.forEach((word, i) => {
    const docs = holders[i]?.docs
    if (docs && docs.length > 0 && word.text.length > 2) scores.addWhole(docs)
  })
  const isHeard = reading !== undefined || plan.sounds.length > 0
  const typedOf = asTyped(asked.text)
  const words = plan.words
    .map((word, i) => wordOf(word, holders[i], typedOf))
    // Letters that stand for Han are no word that nothing holds.
    .filter(({ text, count }) => !isHeard || count !== 0 || !LETTERS_ONLY.test(text))
  const holding = isHeard ? null : holdingOf(plan, holders, allowed, merged)
  const isExact = words.every((word) => word.isExact) || holding?.length === 0
  // Cases speak for duties by their texts alone.
  const speaking = ordered(scores, holding, allowed, { ...asked, each: 0 }, merged).hits
  for (const [code, strength] of asked.leaning ?? []) scores.addDuty(merged.ofDuty(code), strength)
  const { hits, hasMore } = ordered(scores, holding, allowed, asked, merged)
  return {
    asked,
    words,
    leavesOver: plan.leavesOver,
    total: holding && { count: holding.length, isExact },
    byTable:
      holding &&
      (Object.fromEntries(tableCounts(holding, merged).map(({ value, count }) => [value, count])) as Partial<
        Record<SearchedTable, number>
      >),
    casesByScope: holding && scopeCounts(holding, merged),
    hits,
    hasMore,
    duties: votesOf(speaking, merged),
    ...(reading === undefined ? {} : { reading }),
    marks: marksOf(plan, reading),
    holding,
  }
}

/** The words of a question and who holds each; a word that the list does not have after all is split again. */
async function wordsOf(
  { text, groups }: Asked,
  merged: Merged,
): Promise<{ plan: Plan; holders: (Holders | undefined)[]; lookUps: LookUps }> {
  const { head } = merged.settled
  const unlisted = new Set<string>()
  const question = readQuestion(text)
  const expansions = expand(question, groups ?? NO_GROUPS)
  const whole = wholeRuns(text)
  const lookUps = new LookUps()
  for (let split = 0; ; split++) {
    const isKept = (word: string) => !unlisted.has(word) && (isToken(word) || head.words.has(word))
    const plan = planOf(question, { head, isKept, expansions, whole, spent: lookUps })
    // What ranks and fits in any case comes in the same round.
    const first = new LookUps()
    for (const word of plan.words) if (word.isLookedUp) first.add(lookUpsOf(word, head))
    const [early, holders] = await Promise.all([
      searchedSlots(plan, first, merged),
      Promise.all(plan.words.map((word) => (word.isLookedUp ? holdersOf(word, merged) : undefined))),
    ])
    const wrong = plan.words.filter((word, i) => word.isLookedUp && !word.isSound && !holders[i])
    plan.words.forEach((word, i) => {
      if (!word.isLookedUp) return
      lookUps.add(word.terms.flatMap((term) => termNames(term, head)))
      if (holders[i]?.withPlaces) lookUps.add(word.terms.map(placesName))
    })
    lookUps.add(early.flatMap(({ slot }) => slotNames(slot, merged)))
    if (wrong.length === 0) return { ...heardApart(plan, holders), lookUps }
    if (split === MOST_SPLITS) throw new Error('词表和索引对不上')
    for (const { text: word } of wrong) unlisted.add(word)
  }
}

/** Takes letters that no record holds out of the words: they are pinyin. */
function heardApart(
  plan: Plan,
  holders: readonly (Holders | undefined)[],
): { plan: Plan; holders: (Holders | undefined)[] } {
  const isWord = plan.words.map((word, i) => !word.isSound || holders[i] !== undefined)
  return {
    plan: { ...plan, words: plan.words.filter((_, i) => isWord[i]) },
    holders: holders.filter((_, i) => isWord[i]),
  }
}

/** Looks up the slots of a plan while there is room. */
async function searchedSlots(plan: Plan, lookUps: LookUps, merged: Merged): Promise<SearchedSlot[]> {
  const most = MOST_LOOKUPS - (plan.isShort ? FOR_REPAIRS : 0)
  const slots = taken(plan.slots, lookUps, most, merged)
  const found = await Promise.all(slots.map((slot) => merged.terms(slot.key)))
  return slots.map((slot, i) => ({ slot, entries: found[i] as TermEntry[] }))
}

function wordOf(
  { text, quoted, isLookedUp }: PlannedWord,
  holders: Holders | undefined,
  typedOf: (word: string) => string | undefined,
): AskedWord {
  const typed = typedOf(text)
  const word = { text, quoted, ...(typed === undefined || typed === text ? {} : { asked: typed }) }
  if (!isLookedUp || !holders) return { ...word, count: null, isExact: false }
  return { ...word, count: holders.docs.length, isExact: holders.isExact || holders.docs.length === 0 }
}

/** The records that hold every word; null where not every word was looked up. */
function holdingOf(
  plan: Plan,
  holders: readonly (Holders | undefined)[],
  allowed: DocSet | null,
  merged: Merged,
): DocSet | null {
  if (plan.words.some((word) => !word.isLookedUp)) return null
  let holding = allowed ?? merged.all()
  for (const { docs } of holders as Holders[]) holding = both(holding, docs)
  return holding
}

function ordered(
  scores: Scores,
  holding: DocSet | null,
  allowed: DocSet | null,
  { most, each = 0 }: Asked,
  merged: Merged,
): Pick<Answer, 'hits' | 'hasMore'> {
  const holds = new Uint8Array(merged.end)
  for (const ordinal of holding ?? []) holds[ordinal] = 1
  const candidates: number[] = []
  const isAllowed = new Uint8Array(merged.end).fill(allowed ? 0 : 1)
  for (const ordinal of allowed ?? []) isAllowed[ordinal] = 1
  for (let ordinal = 0; ordinal < merged.end; ordinal++)
    if (isAllowed[ordinal] === 1 && (holds[ordinal] === 1 || (scores.of[ordinal] as number) > 0))
      candidates.push(ordinal)
  candidates.sort(
    (a, b) =>
      (holds[b] as number) - (holds[a] as number) ||
      (scores.of[b] as number) - (scores.of[a] as number) ||
      a - b,
  )
  const ofKind = new Map<string, number>()
  const hits: Hit[] = []
  for (const [place, ordinal] of candidates.entries()) {
    const isHeld = holds[ordinal] === 1
    if (place >= most && (!isHeld || each === 0)) break
    const [table, scope] = merged.table(ordinal)
    const kind = `${table} ${scope}`
    const standing = ofKind.get(kind) ?? 0
    if (place >= most && standing >= each) continue
    ofKind.set(kind, standing + 1)
    hits.push({ ordinal, table, scope, holds: isHeld, score: scores.of[ordinal] as number })
  }
  return { hits, hasMore: candidates.length > hits.length }
}

function marksOf(plan: Plan, reading: string | undefined): string[] {
  const marks = new Set(plan.words.map((word) => word.text))
  for (const { term, factor } of plan.slots)
    if (term !== undefined && term.length > 1 && factor === 1) marks.add(term)
  if (reading) for (let at = 0; at + 1 < reading.length; at++) marks.add(reading.slice(at, at + 2))
  return [...marks].sort((a, b) => b.length - a.length)
}
