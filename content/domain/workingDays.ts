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

/**
 * Number of working days after `from` up to and including `to`; null when a day between lies in a year whose holidays
 * are not known. Source of the calendar: State Council notices, kept by `chinese-days`.
 */
export function workingDaysBetween(from: string, to: string): number | null {
  let count = 0
  for (let t = Date.parse(from) + 86_400_000; t <= Date.parse(to); t += 86_400_000) {
    const works = isWorkingDay(new Date(t).toISOString().slice(0, 10))
    if (works === null) return null
    if (works) count++
  }
  return count
}
