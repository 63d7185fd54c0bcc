import type { MergedTable } from '#domain/records/succession'
import type { Relation } from '../relations.ts'
import { known, type Reader } from '../snapshot/reader.ts'

type Past = {
  earlierNames?: { name?: string | null; until?: string | null }[] | null
  replacedBy?: Relation
  replacedOn?: string | null
}

/** What an office or a place says of its past and its end; names that it never had are absent, not an empty list. */
export function successionOf(table: MergedTable, d: Past, read: Reader) {
  const names = d.earlierNames ?? []
  return {
    earlierNames:
      names.length > 0 ? names.map((n) => ({ name: known(n.name), until: known(n.until) })) : undefined,
    replacedBy: read.key('replacedBy', table, d.replacedBy),
    replacedOn: known(d.replacedOn),
  }
}
