import { contextOf } from '../private/privateFields.ts'
import { type PrivateSpan as FoundSpan, findCertain } from '../private/privateSpans.ts'
import type { PrivateSpan } from './importPlan.ts'
import type { PrivateWay } from './mapping.ts'

/** What is done with each kind; `*` is for those that are not named, and without it they are held. */
export type PrivateWays = Readonly<Partial<Record<string, PrivateWay>>>

/** A record with the private numbers of its texts masked where that was decided. */
export type Masked = {
  record: Record<string, unknown>
  /** Those that nobody has decided on. */
  held: PrivateSpan[]
  /** What was masked and is to be kept privately: the texts as they were. */
  kept: string[]
}

/** How many characters before a number are told. */
const TOLD = 8

/** Looks through every text of a record that would be public. */
export function maskPrivate(
  record: Record<string, unknown>,
  ways: PrivateWays,
  address: (field: string) => string | undefined,
): Masked {
  const held: PrivateSpan[] = []
  const kept: string[] = []
  const walk = (value: unknown, field: string): unknown => {
    if (Array.isArray(value)) return value.map((each, i) => walk(each, `${field}.${i}`))
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([name, inner]) => [
          name,
          walk(inner, field === '' ? name : `${field}.${name}`),
        ]),
      )
    return typeof value === 'string' ? maskText(value, field) : value
  }
  const maskText = (text: string, field: string): string => {
    const found = findCertain(text, contextOf(field))
    const wayOf = ({ kind }: FoundSpan) => ways[kind] ?? ways['*'] ?? 'hold'
    const at = address(field)
    for (const span of found.filter((each) => wayOf(each) === 'hold'))
      held.push({
        kind: span.kind,
        field,
        before: text.slice(Math.max(0, span.start - TOLD), span.start).trimStart(),
        text: span.text,
        ...(at ? { address: at } : {}),
      })
    if (found.some((each) => wayOf(each) === 'mask-and-keep')) kept.push(text)
    return found
      .filter((each) => wayOf(each) !== 'hold')
      .reduceRight((rest, { start, end, masked }) => rest.slice(0, start) + masked + rest.slice(end), text)
  }
  return { record: walk(record, '') as Record<string, unknown>, held, kept }
}
