import { contextOf } from '../private/privateFields.ts'
import { type PrivateSpan as FoundSpan, findPrivate } from '../private/privateSpans.ts'
import type { PrivateSpan, Reason } from './importPlan.ts'
import type { Mapping, PrivateWay } from './mapping.ts'

/** A record with the private words of its texts masked where that was decided. */
export type Masked = {
  record: Record<string, unknown>
  /** All that was found, with what becomes of it. */
  spans: PrivateSpan[]
  /** Of these, what stands in the way of the row. */
  held: PrivateSpan[]
  /** What was masked and is to be kept privately: the texts as they were. */
  kept: string[]
}

/** What is said of a private number that nobody has decided on. */
export function heldReason({ kind, field, before, masked, address }: PrivateSpan): Reason {
  return {
    kind: 'private',
    text: `有${kind}（“${before}${masked}”）：请决定遮住还是删掉`,
    field,
    ...(address ? { address } : {}),
  }
}

/** How many characters before private words are told. */
const TOLD = 8

/**
 * Looks through every text of a record that would be public. What is certain is held until somebody decides; what is
 * doubtful only where the import publishes: drafts are asked about it by their form.
 */
export function maskPrivate(
  record: Record<string, unknown>,
  mapping: Pick<Mapping, 'private' | 'publish'>,
  address: (field: string) => string | undefined,
): Masked {
  const spans: PrivateSpan[] = []
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
    const found = findPrivate(text, contextOf(field)).map((span) => ({ ...span, way: wayOf(span, mapping) }))
    const at = address(field)
    for (const { kind, strength, start, masked, way, text: words } of found)
      spans.push({
        kind,
        field,
        before: maskedUntil(text, found, start).slice(-TOLD).trimStart(),
        text: words,
        masked,
        strength,
        way,
        ...(at ? { address: at } : {}),
      })
    if (found.some(({ way }) => way === 'mask-and-keep')) kept.push(text)
    return found
      .filter(({ way }) => way === 'mask' || way === 'mask-and-keep')
      .reduceRight((rest, { start, end, masked }) => rest.slice(0, start) + masked + rest.slice(end), text)
  }
  const masked = walk(record, '') as Record<string, unknown>
  const held = spans.filter(
    ({ way, strength }) => way === 'hold' && (strength === 'certain' || mapping.publish === true),
  )
  return { record: masked, spans, held, kept }
}

/** A text up to a place, with all that was found before it masked. */
function maskedUntil(text: string, found: readonly FoundSpan[], place: number): string {
  return found
    .filter(({ end }) => end <= place)
    .reduceRight(
      (rest, { start, end, masked }) => rest.slice(0, start) + masked + rest.slice(end),
      text.slice(0, place),
    )
}

/** What the mapping says of a kind; `*` is for those that it does not name. Nothing certain is left as it is. */
function wayOf({ kind, strength }: FoundSpan, { private: ways }: Pick<Mapping, 'private'>): PrivateWay {
  const way = ways[kind] ?? ways['*'] ?? 'hold'
  return way === 'keep' && strength === 'certain' ? 'hold' : way
}
