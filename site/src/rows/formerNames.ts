import { type EarlierName, earlierNamesOf } from '#domain/records/succession'
import { dateWords } from '../format.ts'

type Named = { formerNames?: readonly string[]; earlierNames?: EarlierName[] | undefined }

/** Names that an office or a place had: those that somebody wrote down, and those of a renaming with its day. */
export function formerNamesOf(row: Named): string[] {
  const renamed = earlierNamesOf(row)
  return [
    ...(row.formerNames ?? []).filter((name) => !renamed.includes(name)),
    ...(row.earlierNames ?? []).map(({ name, until }) => `${name}（到${dateWords(until)}）`),
  ]
}
