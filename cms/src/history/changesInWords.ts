import type { FlattenedField, PayloadRequest } from 'payload'
import { contentFields } from '../twoPeople/contentFields.ts'
import { isSameValue } from '../twoPeople/sameValue.ts'
import type { WordedChange } from './recordDeed.ts'
import { labelOf, valueInWords } from './valueInWords.ts'

type Doc = Record<string, unknown>

/**
 * What differs between two states, field by field, as people read it. Of a private field only that it changed: who reads
 * the history does not read those.
 * @param isPublic whether what a field holds may be written down
 */
export async function changesInWords(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  { from, to, isPublic }: { from: Doc; to: Doc; isPublic: (name: string) => boolean },
): Promise<WordedChange[]> {
  const found: WordedChange[] = []
  for (const field of contentFields(fields)) {
    const { name } = field
    if (isSameValue(from[name], to[name])) continue
    const said = isPublic(name)
    found.push({
      field: name,
      label: labelOf(field),
      from: said ? await valueInWords(req, field, from[name]) : null,
      to: said ? await valueInWords(req, field, to[name]) : null,
    })
  }
  return found
}
