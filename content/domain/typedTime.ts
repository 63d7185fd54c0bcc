/** A time of day at the end of a text: 9:20, 9点, 9点半, 9时20分, with the part of the day before it. */
const TIME =
  /(?:(凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里) ?)?(?<!\d)(\d{1,2})(?::(\d{2})(?::\d{2})?(?:\+08:00)?|[点时](整|半|1刻|3刻|(\d{1,2})分?)?)$/

const MINUTES_OF: Readonly<Record<string, number>> = { 整: 0, 半: 30, '1刻': 15, '3刻': 45 }

/** Hours, as people say them, that each part of the day can mean, and what is added to those of a twelve-hour clock. */
const PARTS: Readonly<Record<string, { from: number; to: number; add: number }>> = {
  凌晨: { from: 0, to: 6, add: 0 },
  清早: { from: 4, to: 9, add: 0 },
  早上: { from: 4, to: 11, add: 0 },
  早: { from: 4, to: 11, add: 0 },
  早晨: { from: 4, to: 11, add: 0 },
  上午: { from: 6, to: 12, add: 0 },
  中午: { from: 11, to: 14, add: 12 },
  下午: { from: 12, to: 19, add: 12 },
  傍晚: { from: 16, to: 20, add: 12 },
  晚上: { from: 17, to: 23, add: 12 },
  晚: { from: 17, to: 23, add: 12 },
  夜里: { from: 19, to: 23, add: 12 },
}

/**
 * Takes the time of day from the end of a text.
 * @returns what stands before it and the time as `09:20`, or no time; null where it names a time that there is not
 */
export function takeTimeOfDay(text: string): { before: string; time?: string } | null {
  const m = TIME.exec(text)
  if (!m) return { before: text }
  const [, part, said, colon, word, fen] = m
  const hour = hourOf(Number(said), part)
  const minute = colon ? Number(colon) : fen ? Number(fen) : (MINUTES_OF[word ?? '整'] ?? 0)
  if (hour === null || hour > 23 || minute > 59) return null
  const before = text.slice(0, m.index).replace(/[T ,、]+$/, '')
  return { before, time: `${two(hour)}:${two(minute)}` }
}

/** A day without the part of it that stands behind it alone: 11月6日上午 is known to the day. */
export const withoutPartOfDay = (text: string): string =>
  text.replace(/(?<=\S) ?(?:凌晨|清早|早上|早晨|上午|中午|下午|傍晚|晚上|夜里)$/, '')

/** The hour of 24 that a part of the day and an hour mean; null where they contradict each other. */
export function hourOf(said: number, part: string | undefined): number | null {
  if (part === undefined) return said
  const { from, to, add } = PARTS[part] as { from: number; to: number; add: number }
  return [said, said + add].find((hour) => hour >= from && hour <= to) ?? null
}

const two = (n: number) => String(n).padStart(2, '0')
