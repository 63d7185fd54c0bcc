import chineseDays from 'chinese-days'

const { getDayDetail } = chineseDays

/**
 * Whether a day is arranged otherwise than its weekday says: true for a make-up day, false for a holiday, null for all
 * others. The library reads its own list and the question in the zone of the machine, so they agree in every zone; its
 * weekdays do not, and are not asked. What is arranged has a name of several parts: `National Day,国庆节,3`.
 */
function arranged(day: string): boolean | null {
  const { name, work } = getDayDetail(day)
  return name.includes(',') ? work : null
}

const knownYears = new Map<string, boolean>()

/** Whether the holidays of a year are known: the State Council announces those of the next one late in the year. */
function isKnownYear(year: string): boolean {
  const known = knownYears.get(year) ?? arranged(`${year}-01-01`) === false
  knownYears.set(year, known)
  return known
}

/**
 * Whether offices work on a day: weekends, statutory holidays and make-up days of mainland China are known. Null in a
 * year whose holidays are not known.
 */
export function isWorkingDay(day: string): boolean | null {
  if (!isKnownYear(day.slice(0, 4))) return null
  const weekday = new Date(`${day}T00:00Z`).getUTCDay()
  return arranged(day) ?? (weekday > 0 && weekday < 6)
}

const DAY = 86_400_000

/** For every day of a year from January 1 on, how many working days there are up to and including it. */
const upTo = new Map<string, readonly number[]>()

function workedUpTo(year: string): readonly number[] {
  const known = upTo.get(year)
  if (known) return known
  const counts: number[] = []
  for (let t = Date.parse(`${year}-01-01`); new Date(t).getUTCFullYear() === Number(year); t += DAY)
    counts.push((counts.at(-1) ?? 0) + (isWorkingDay(new Date(t).toISOString().slice(0, 10)) ? 1 : 0))
  upTo.set(year, counts)
  return counts
}

/**
 * Number of working days after `from` up to and including `to`; null when one of the years is one whose holidays are not
 * known. Source of the calendar: State Council notices, kept by `chinese-days`.
 */
export function workingDaysBetween(from: string, to: string): number | null {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const workedBefore = (day: string) =>
    workedUpTo(day.slice(0, 4))[(Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / DAY] as number
  let count = -workedBefore(from)
  for (let year = first; year <= last; year++) {
    if (!isKnownYear(String(year))) return null
    count += year === last ? workedBefore(to) : (workedUpTo(String(year)).at(-1) as number)
  }
  return count
}

/** The day that is so many working days after `from`; null when a year in between is one whose holidays are not known. */
export function workingDayAfter(from: string, days: number): string | null {
  let day = from
  for (let left = days; left > 0; ) {
    day = new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
    const isWorked = isWorkingDay(day)
    if (isWorked === null) return null
    if (isWorked) left--
  }
  return day
}
