import { readFileSync } from 'node:fs'
import { findDuties } from '#domain/search/duties/findDuties'
import type { DutyBook } from '#domain/search/dutyBook'

export const HALVES = ['tune', 'report'] as const
export type Half = (typeof HALVES)[number]

/** One question and the answers that count as right: codes of duties, or addresses of pages. */
export type Asked = { half: Half; query: string; wanted: string[] }

export const DUTY_SETS = ['everyday', 'typo', 'pinyin'] as const
export type DutySet = (typeof DUTY_SETS)[number]

/** Shares of one half of a set, 0 to 1, and how many questions got no duty at all. */
export type DutyScores = {
  set: DutySet
  half: Half
  asked: number
  first: number
  firstThree: number
  empty: number
  /** Of the answers that say they are sure: how many there are, and the share that is right. */
  sure: number
  sureRight: number
}

/** Rows of a set that have an answer in the named column. Throws in words when the file does not have that column. */
function readSet(set: DutySet | 'names', column = set === 'names' ? 'path' : 'duties'): Asked[] {
  const file = new URL(`sets/${set}.tsv`, import.meta.url)
  const [head, ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const columns = (head as string).split('\t')
  const [half, query, wanted] = ['half', 'query', column].map((name) => columns.indexOf(name))
  if (half === -1 || query === -1 || wanted === -1)
    throw new Error(`${set}.tsv 的第一行要有 half、query 和 ${column} 三列`)
  return rows
    .map((row) => row.split('\t'))
    .filter((cells) => cells[wanted as number])
    .map((cells) => ({
      half: cells[half as number] as Half,
      query: cells[query as number] as string,
      wanted: (cells[wanted as number] as string).split(';'),
    }))
}

/** How the finder answers the sets, each half by itself. */
export function evaluateDuties(book: DutyBook): DutyScores[] {
  return DUTY_SETS.flatMap((set) => {
    const rows = readSet(set)
    return HALVES.map((half) => scoresOf(set, half, rows, book))
  })
}

function scoresOf(set: DutySet, half: Half, rows: readonly Asked[], book: DutyBook): DutyScores {
  const answers = rows
    .filter((row) => row.half === half)
    .map(({ query, wanted }) => {
      const { best, also, isSure } = findDuties(book, query)
      const shown = [best, ...also].flatMap((found) => (found ? [found.duty.code] : []))
      return {
        rank: shown.findIndex((code) => wanted.includes(code)),
        isEmpty: best === null,
        isSure,
      }
    })
  const share = (list: typeof answers, of: number) => (of === 0 ? 1 : list.length / of)
  const sure = answers.filter((answer) => answer.isSure)
  return {
    set,
    half,
    asked: answers.length,
    first: share(
      answers.filter(({ rank }) => rank === 0),
      answers.length,
    ),
    firstThree: share(
      answers.filter(({ rank }) => rank >= 0),
      answers.length,
    ),
    empty: answers.filter(({ isEmpty }) => isEmpty).length,
    sure: sure.length,
    sureRight: share(
      sure.filter(({ rank }) => rank === 0),
      sure.length,
    ),
  }
}

/** How often the exact name of a department or place gives its page first, by halves. */
export function evaluateNames(book: DutyBook): { half: Half; asked: number; first: number }[] {
  const rows = readSet('names')
  return HALVES.map((half) => {
    const own = rows.filter((row) => row.half === half)
    const right = own.filter(({ query, wanted }) =>
      wanted.includes(findDuties(book, query).names[0]?.path ?? ''),
    )
    return { half, asked: own.length, first: right.length / own.length }
  })
}
