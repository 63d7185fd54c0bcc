import type { Payload, PayloadRequest, Where } from 'payload'
import type { Role } from '#domain/vocabulary'

/** A record that a line of the desk is about. */
export type DeskEntry = { words: string; href: string }

/** One thing to do: how many records it is about, in words, and the first of them. */
export type DeskLine = {
  words: string
  /** The list of all of them; null where the entries are all. */
  href: string | null
  entries: DeskEntry[]
  /** Whether readers miss something until it is done. */
  isUrgent: boolean
}

/** Who looks at the desk, and on which day (Asia/Shanghai). */
export type DeskReader = {
  payload: Payload
  /** As whom the desk reads: what somebody may not see is not on it. */
  req: Partial<PayloadRequest>
  role: Role
  today: string
}

/** A kind of thing to do; it reads the newsroom and says nothing where there is nothing to do. */
export type DeskKind = (reader: DeskReader) => Promise<DeskLine[]>

/** Most records that a line names. */
const NAMED = 10

/** A line about some records; none where there are none. */
export function lineOf(
  entries: readonly DeskEntry[],
  words: (count: number) => string,
  href: string | null,
  isUrgent = false,
): DeskLine[] {
  if (entries.length === 0) return []
  return [{ words: words(entries.length), href, entries: entries.slice(0, NAMED), isUrgent }]
}

/** The address of a list in the admin with only those records. */
export function listHref(collection: string, where: Where): string {
  const query = new URLSearchParams()
  const add = (name: string, value: unknown): void => {
    if (Array.isArray(value) && typeof value[0] !== 'object') query.set(name, value.join(','))
    else if (typeof value === 'object' && value !== null)
      for (const [inner, part] of Object.entries(value)) add(`${name}[${inner}]`, part)
    else query.set(name, String(value))
  }
  add('where', where)
  return `/admin/collections/${collection}?${query}`
}

export const recordHref = (collection: string, id: number | string) =>
  `/admin/collections/${collection}/${id}`
