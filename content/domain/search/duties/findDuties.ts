import { normalise } from '../../normalise.ts'
import { type Danger, dangerIn, isAbout, withoutCrime, withoutFire } from '../danger.ts'
import type { BookDuty, DutyAnswer, DutyBook } from '../dutyBook.ts'
import { readQuestion } from '../words/asked.ts'
import { becauseOf } from './because.ts'
import { type BookIndex, indexOfBook } from './bookIndex.ts'
import { withoutElsewhere } from './elsewhere.ts'
import { dutiesOfItem, excludedBy } from './excluded.ts'
import { isName, namesAsked } from './findNames.ts'
import { type Scored, scoreDuties } from './scoreDuties.ts'
import { isEnough, isSure, standsOut } from './sureness.ts'

/** How much the cases that were found count: a duty with all their votes gains this share of the best score. */
const VOTES = 0.2
/** Beside a sure answer only those are named that score at least this share of it. */
const NEAR_SURE = 0.4
/** A real duty stands before invented ones that score up to this many times as much. */
const REAL_FIRST = 2
const OTHERS = 2
const CODE = /^(?:demo-)?[1-7]-\d{1,3}$/
/** The running number of a duty as the list names it in its texts. */
const ITEM = /第 ?(\d{1,3}) ?项|^(\d{1,3}) ?项/

const INDEXES = new WeakMap<DutyBook, BookIndex>()

function indexed(book: DutyBook): BookIndex {
  const index = INDEXES.get(book) ?? indexOfBook(book)
  INDEXES.set(book, index)
  return index
}

/**
 * Answers who is responsible for what somebody describes in their own words, in Han or pinyin, with slips.
 * The same book, question and votes give the same answer everywhere.
 * @param votes how many of the cases that a search found have each duty, by its code
 */
export function findDuties(
  book: DutyBook,
  question: string,
  votes: ReadonlyMap<string, number> = new Map(),
): DutyAnswer {
  const danger = dangerIn(question)
  const names = namesAsked(book, question)
  const rest = { names, categories: [], ...(danger ? { danger } : {}) }
  const coded = dutiesByCode(book, question)
  if (coded.length > 0)
    return {
      best: { duty: coded[0] as BookDuty },
      also: coded.slice(1).map((duty) => ({ duty })),
      isSure: true,
      ...rest,
    }
  if (isName(book, question)) return { best: null, also: [], isSure: false, ...rest }
  const index = indexed(book)
  const scored = scoreDuties(index, withoutElsewhere(withoutCrime(question), book))
  const found = ranked(withVotes(scored, votes, index))
  const best = found[0]
  if (!best) return { best: null, also: [], isSure: false, ...rest, categories: book.categories }
  const excluded = excludedBy(best, index)
  const because = !excluded && standsOut(best, found[1]) ? becauseOf(best, book) : undefined
  // Found cases may confirm what the list says by itself; they put no sure answer in doubt.
  const [byList, next] = ranked(scored)
  const isSureByList = byList?.duty === best.duty && isSure(byList, next, index)
  const sure = !excluded && (isSureByList || isSure(best, found[1], index))
  const placed = danger?.number === '119' ? placedDuties(index, question) : null
  if (danger && !mayLead(best.duty, danger, { placed, sure })) {
    const isPlaced = ({ duty }: Scored) => Number(placed?.has(duty) ?? false)
    const byPlace = found.toSorted((a, b) => isPlaced(b) - isPlaced(a))
    return {
      best: null,
      also: byPlace.slice(0, OTHERS).map(({ duty }) => ({ duty })),
      isSure: false,
      ...rest,
    }
  }
  const near = found.slice(1).filter(({ score }) => !sure || score >= NEAR_SURE * best.score)
  const sentTo = excluded?.item === undefined ? [] : dutiesOfItem(book.duties, excluded.item).slice(0, 1)
  const others = new Set([...sentTo, ...near.map(({ duty }) => duty)])
  others.delete(best.duty)
  return {
    best: because ? { duty: best.duty, because } : { duty: best.duty },
    also: [...others].slice(0, OTHERS).map((duty) => ({ duty })),
    isSure: sure,
    ...rest,
  }
}

/**
 * The duties that somebody may mean, best first, for a list to choose from: found and scored as an answer's are. Whoever
 * chooses knows what he looks for, so neither danger nor what another duty excludes moves any.
 */
export function likelyDuties(book: DutyBook, words: string): BookDuty[] {
  const coded = dutiesByCode(book, words)
  return coded.length > 0 ? coded : ranked(scoreDuties(indexed(book), words)).map(({ duty }) => duty)
}

/**
 * Whether a duty may lead the answer to somebody in danger: a place that it names by chance is not enough. Of a fire it
 * must speak, and of where it burns, or what; of an injury it must speak where the answer is not sure.
 */
function mayLead(
  duty: BookDuty,
  { number }: Danger,
  { placed, sure }: { placed: ReadonlySet<BookDuty> | null; sure: boolean },
): boolean {
  if (number === '110' || (number === '120' && sure)) return true
  const speaks = isAbout([duty.title, ...duty.wordings, duty.covers ?? ''], number)
  return speaks && (placed === null || placed.has(duty))
}

/** Duties that hold something of a question besides the fire that it tells of: where it burns, or what. */
function placedDuties(index: BookIndex, question: string): Set<BookDuty> {
  return new Set(
    scoreDuties(index, withoutFire(question))
      .filter(isEnough)
      .map(({ duty }) => duty),
  )
}

function dutiesByCode(book: DutyBook, question: string): BookDuty[] {
  const item = ITEM.exec(normalise(question))
  if (item) return dutiesOfItem(book.duties, Number(item[1] ?? item[2]))
  const codes = readQuestion(question).letters.filter((letters) => CODE.test(letters))
  const found = codes.flatMap((code) =>
    book.duties.filter((duty) => {
      const own = duty.code.toLowerCase()
      return own === code || own === `demo-${code}`
    }),
  )
  return found.sort((a, b) => Number(b.scope === 'real') - Number(a.scope === 'real'))
}

/** Best first; real duties before invented ones that are not far better; of equals the smaller code. */
function ranked(scored: Scored[]): Scored[] {
  const worth = ({ score, duty }: Scored) => score * (duty.scope === 'real' ? REAL_FIRST : 1)
  return scored.filter(isEnough).sort((a, b) => worth(b) - worth(a) || (a.duty.code < b.duty.code ? -1 : 1))
}

function withVotes(scored: Scored[], votes: ReadonlyMap<string, number>, index: BookIndex): Scored[] {
  const most = Math.max(0, ...votes.values())
  if (most === 0) return scored
  const top = Math.max(0, ...scored.map((one) => one.score))
  const known = new Map(scored.map((one) => [one.duty.code, one]))
  return index.duties.flatMap((duty) => {
    const gained = (VOTES * top * (votes.get(duty.code) ?? 0)) / most
    const own = known.get(duty.code)
    return own ? [{ ...own, score: own.score + gained }] : []
  })
}
