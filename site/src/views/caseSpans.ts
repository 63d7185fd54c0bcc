import { blockOf, referenceParts } from '#domain/keys'

/**
 * The numbers that a page of a long list spans: all of a year, or `count` hundreds of it from the hundred `first` on
 * (12 and 5: the numbers 1200 to 1699).
 */
export type Span = { year: string; first?: number; count?: number }

/** A hundred numbers of a year, for example 0012: 1200 to 1299. */
export type Hundred = { year: string; hundred: string }

/**
 * Hundreds in the spans below a year, the widest first: each is two or five times the next, so that numbers stay round
 * and pages well filled. A hundred has no span below it.
 */
const COUNTS = [5000, 1000, 500, 100, 50, 10, 5, 1] as const

/** The hundred numbers among which a case stands. */
export function hundredOf(reference: string): Hundred {
  return { year: referenceParts(reference).year, hundred: blockOf(reference) }
}

/** The spans that hold a hundred, the widest first. */
export function spansOf({ year, hundred }: Hundred): Span[] {
  return [{ year }, ...COUNTS.map((count) => spanAround(year, hundred, count))]
}

/** The span one level below another one in which a hundred stands; null below a hundred. */
export function spanBelow(span: Span, { year, hundred }: Hundred): Span | null {
  const count = COUNTS.find((c) => span.count === undefined || c < span.count)
  return count ? spanAround(year, hundred, count) : null
}

function spanAround(year: string, hundred: string, count: number): Span {
  return { year, first: Math.floor(Number(hundred) / count) * count, count }
}

/** Whether a hundred lies in a span. */
export function isInside({ year, hundred }: Hundred, span: Span): boolean {
  if (year !== span.year) return false
  if (span.first === undefined || span.count === undefined) return true
  return Number(hundred) >= span.first && Number(hundred) < span.first + span.count
}

/** Whether all numbers of a span come before all of another one. */
export function isBefore(a: Span, b: Span): boolean {
  if (a.year !== b.year) return a.year < b.year
  if (a.first === undefined || a.count === undefined || b.first === undefined) return false
  return a.first + a.count <= b.first
}

/** Name of a span in an address: `2022`, `2022-0012`, `2022-0010-0019`. */
export function spanName({ year, first, count }: Span): string {
  if (first === undefined || count === undefined) return year
  return [year, first, ...(count > 1 ? [first + count - 1] : [])].map(fourDigits).join('-')
}

function fourDigits(part: string | number): string {
  return String(part).padStart(4, '0')
}

/** The numbers of a span in words: 2022年, 2022年第1—99号. */
export function spanWords({ year, first, count }: Span): string {
  if (first === undefined || count === undefined) return `${year}年`
  return `${year}年第${Math.max(1, first * 100)}—${(first + count) * 100 - 1}号`
}
