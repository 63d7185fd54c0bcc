import type { FlattenedField, PayloadRequest } from 'payload'
import { labelOf, valueInWords } from '../history/valueInWords.ts'
import { contentFields } from './contentFields.ts'
import type { Difference } from './overtaken.ts'
import { isSameValue } from './sameValue.ts'

type Doc = Record<string, unknown>

/**
 * The fields that somebody else has changed since a person opened a record, and that this person's text would undo.
 * @param before the state that was opened; undefined where it is not known
 * @param sent what the person sends
 */
export async function differencesBetween(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  { before, theirs, sent }: { before: Doc | undefined; theirs: Doc; sent: Doc },
): Promise<Difference[]> {
  const found: Difference[] = []
  for (const field of contentFields(fields)) {
    const { name } = field
    if (!Object.hasOwn(sent, name) || isSameValue(sent[name], theirs[name])) continue
    if (before && isSameValue(before[name], theirs[name])) continue
    const isTouched = !before || !isSameValue(sent[name], before[name])
    found.push({
      field: name,
      label: labelOf(field),
      before: before ? await valueInWords(req, field, before[name]) : null,
      theirs: await valueInWords(req, field, theirs[name]),
      yours: isTouched ? await valueInWords(req, field, sent[name]) : null,
    })
  }
  return found
}
