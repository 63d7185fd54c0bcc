import { oneSpelling } from '../private/oneSpelling.ts'
import { officialContactAt } from '../private/privateFields.ts'
import { findPrivate } from '../private/privateMarks.ts'
import type { PrivateSpan } from './importPlan.ts'
import type { PrivateWay } from './mapping.ts'

/** What is done with each kind; a kind that is not named is held. */
export type PrivateWays = Readonly<Partial<Record<string, PrivateWay>>>

/** A record with the private numbers of its texts masked where that was decided. */
export type Masked = {
  record: Record<string, unknown>
  /** Those that nobody has decided on. */
  held: PrivateSpan[]
  /** What was masked and is to be kept privately: the texts as they were. */
  kept: string[]
}

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
    let rest = text
    for (
      let found = findPrivate(rest, officialContactAt(field));
      found;
      found = findPrivate(rest, officialContactAt(field))
    ) {
      const way = ways[found.kind] ?? 'hold'
      const masked = way === 'hold' ? null : masking(rest, found.text)
      if (masked === null) {
        const at = address(field)
        held.push({
          kind: found.kind,
          field,
          before: found.before,
          text: found.text,
          ...(at ? { address: at } : {}),
        })
        break
      }
      if (way === 'mask-and-keep' && rest === text) kept.push(text)
      rest = masked
    }
    return rest
  }
  return { record: walk(record, '') as Record<string, unknown>, held, kept }
}

/** The text with a number cut to its first signs; null where it is spelled so that its place cannot be told. */
function masking(text: string, number: string): string | null {
  const plain = text.includes(number) ? text : oneSpelling(text)
  return plain.includes(number) ? plain.replace(number, `${number.slice(0, 3)}****`) : null
}
