import { daysBetween, laterDay, weekStart } from './dates.ts'

/** What a date without its year, or a word such as 昨天, is read from. */
export type Around = {
  /** When it is typed, `2026-11-28T09:20+08:00`. */
  now: string
  /** The day that a time of day alone belongs to. */
  sameDay?: string
  /** Whether it may lie ahead: then the nearest such day is meant, otherwise the last one that is not after today. */
  ahead?: boolean
}

/** A year, month and day with whatever people put between them. */
const SEPARATED = /^(\d{4})(?:(?:[-/.年] ?| )(\d{1,2})(?:(?:[-/.月] ?| )(\d{1,2})[日号]?)?月?)?年?$/
/** `20220613`, `202206`. */
const TOGETHER = /^(\d{4})(\d{2})(\d{2})?$/
/** 11月20日, 11-20, 11.20, 11月. */
const IN_YEAR = /^(\d{1,2})(?:月|[-/.月] ?(\d{1,2})[日号]?)$/
/** 20日, 20号. */
const IN_MONTH = /^(\d{1,2})[日号]$/
const WEEKDAY = /^(上|本|这)?个?(?:周|星期|礼拜)([一二三四五六日天])$/
const DAYS_AGO: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 昨天: 1, 昨日: 1, 前天: 2, 大前天: 3 }

/** The canonical spelling of what looks like a day, a month or a year, whether there is such a day or not. */
export function readTypedDay(typed: string, around: Around | undefined): string | null {
  const text = around ? withYear(typed, around.now) : typed
  const m = SEPARATED.exec(text) ?? TOGETHER.exec(text)
  if (m) return joined(m[1] as string, m[2], m[3])
  return around ? relative(text, around) : null
}

function withYear(text: string, now: string): string {
  const year = Number(now.slice(0, 4))
  return text.replace(/^今年 ?/, `${year}年`).replace(/^去年 ?/, `${year - 1}年`)
}

function relative(text: string, { now, ahead }: Around): string | null {
  const today = now.slice(0, 10)
  const year = Number(today.slice(0, 4))
  const choose = (candidates: string[]) => (ahead ? nearest(candidates, today) : last(candidates, today))
  const inYear = IN_YEAR.exec(text)
  if (inYear) {
    const [, month, day] = inYear
    return choose([year - 1, year, year + 1].map((y) => joined(String(y), month, day)))
  }
  const inMonth = IN_MONTH.exec(text)
  if (inMonth) return choose([-31, 0, 31].map((step) => dayOfMonth(today, step, inMonth[1] as string)))
  const ago = DAYS_AGO[text]
  if (ago !== undefined) return laterDay(today, -ago)
  const weekday = WEEKDAY.exec(text)
  return weekday ? dayOfWeek(today, weekday[1], weekday[2] as string) : null
}

/** The day of that number in the month that a step from the middle of this month leads to. */
function dayOfMonth(today: string, step: number, day: string): string {
  const [year, month] = laterDay(`${today.slice(0, 7)}-15`, step).split('-')
  return joined(String(year), month, day)
}

/** A weekday: of last week, of this one, or the last that is not after today. */
function dayOfWeek(today: string, week: string | undefined, sign: string): string {
  const monday = weekStart(today)
  const day = laterDay(monday, '一二三四五六日'.indexOf(sign === '天' ? '日' : sign))
  return week === '上' || (week === undefined && day > today) ? laterDay(day, -7) : day
}

const last = (candidates: string[], today: string): string | null =>
  candidates.findLast((value) => value <= today.slice(0, value.length)) ?? null

function nearest(candidates: string[], today: string): string | null {
  const away = (value: string) => Math.abs(daysBetween(value.padEnd(10, '-15'), today) ?? 0)
  return candidates.toSorted((a, b) => away(a) - away(b))[0] ?? null
}

function joined(year: string, month?: string, day?: string): string {
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
}
