import { cleanText } from './cleanText.ts'
import { preciseDate, YEARS_MESSAGE } from './dates.ts'

/** A year, month, day, and time of day, with whatever people put between them; seconds are read and dropped. */
const SEPARATED =
  /^(\d{4})(?:(?:[-/.年] ?| )(\d{1,2})(?:(?:[-/.月] ?| )(\d{1,2})日?(?:[ T]*(\d{1,2})(?::(\d{2})(?::\d{2})?(?:\+08:00)?|[时点](\d{1,2})分))?)?月?)?年?$/
/** `20220613`, `202206`. */
const TOGETHER = /^(\d{4})(\d{2})(\d{2})?$/

/**
 * Reads what an editor types (`2022-6-13 9:20`, `２０２２年６月１３日`, `20220613`, `2022年6月13日9时20分`) into the canonical
 * form. Returns null when it cannot be read or is outside the years of our dates: `typedDateFault` says which.
 */
export function readTypedDate(typed: string): string | null {
  const value = canonical(typed)
  return value !== null && preciseDate.safeParse(value).success ? value : null
}

/** Why a typed text is no date of ours, as the end of a sentence; null when it is one. */
export function typedDateFault(typed: string): string | null {
  const value = canonical(typed)
  const parsed = preciseDate.safeParse(value ?? '')
  if (parsed.success) return null
  return parsed.error.issues[0]?.message === YEARS_MESSAGE
    ? YEARS_MESSAGE
    : '不是日期：写成 2022、2022-11、2022-11-30 或 2022-11-30 9:20，知道多少写多少'
}

/** The canonical spelling of what looks like a date, whether there is such a day or not. */
function canonical(typed: string): string | null {
  const text = cleanText(typed).normalize('NFKC').replace(/\s+/g, ' ')
  const m = SEPARATED.exec(text) ?? TOGETHER.exec(text)
  if (!m) return null
  const [, y, mo, d, h, colon, fen] = m
  const pad = (s: string) => s.padStart(2, '0')
  let value = y as string
  if (mo) value += `-${pad(mo)}`
  if (d) value += `-${pad(d)}`
  const mi = colon ?? fen
  if (h && mi) value += `T${pad(h)}:${pad(mi)}+08:00`
  return value
}
