import chineseDays from 'chinese-days'

const { isWorkday } = chineseDays

/** Whether offices work on a day: weekends, statutory holidays and make-up days of mainland China are known. */
export function isWorkingDay(day: string): boolean {
  return isWorkday(day)
}

/** Number of working days after `from` up to and including `to`. Source of the calendar: State Council notices, kept by `chinese-days`. */
export function workingDaysBetween(from: string, to: string): number {
  let count = 0
  for (let t = Date.parse(from) + 86_400_000; t <= Date.parse(to); t += 86_400_000)
    if (isWorkday(new Date(t).toISOString().slice(0, 10))) count++
  return count
}
