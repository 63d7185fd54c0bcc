import { cleanText } from './cleanText.ts'
import { preciseDate, YEARS_MESSAGE } from './dates.ts'
import { type Around, readTypedDay } from './typedDay.ts'
import { inDigits } from './typedNumerals.ts'
import { takeTimeOfDay, withoutPartOfDay } from './typedTime.ts'

export type { Around } from './typedDay.ts'

/**
 * Reads what an editor types (`2022-6-13 9:20`, `２０２２年６月１３日`, `20220613`, `11月20日 9点10分`, `昨天下午3点`) into the
 * canonical form. A full hour is read as such (9点 is 9:00). What leaves out the year or the day can be read only where
 * `around` says when it was typed. Returns null when it cannot be read or is outside the years of our dates:
 * `typedDateFault` says which.
 */
export function readTypedDate(typed: string, around?: Around): string | null {
  const value = canonical(typed, around)
  return value !== null && preciseDate.safeParse(value).success ? value : null
}

/** Why a typed text is no date of ours, as the end of a sentence; null when it is one. */
export function typedDateFault(typed: string, around?: Around): string | null {
  const value = canonical(typed, around)
  const parsed = preciseDate.safeParse(value ?? '')
  if (parsed.success) return null
  return parsed.error.issues[0]?.message === YEARS_MESSAGE
    ? YEARS_MESSAGE
    : '看不出是哪天：写成 2022、2022-11、2022-11-30、11月30日 9点20分、昨天下午3点，知道多少写多少'
}

/** The canonical spelling of what looks like a date, whether there is such a day or not. */
function canonical(typed: string, around: Around | undefined): string | null {
  const text = inDigits(cleanText(typed).normalize('NFKC').replace(/\s+/g, ' '))
  if (around && /^(现在|刚才|刚刚)$/.test(text)) return around.now
  const taken = takeTimeOfDay(text)
  if (taken === null) return null
  const { before, time } = taken
  // Who types is told how it was read, and may leave a part of the day out; a column of a workbook is not.
  const said = around && !time ? withoutPartOfDay(before) : before
  const day = said === '' && time ? (around?.sameDay ?? null) : readTypedDay(said, around)
  if (day === null || !time) return day
  return day.length === 10 ? `${day}T${time}+08:00` : null
}
