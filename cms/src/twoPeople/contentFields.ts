import type { FlattenedField } from 'payload'

/** What differs between every two versions and is no content of a record. */
const NO_CONTENT = [
  'id',
  '_status',
  'updatedAt',
  'createdAt',
  'deletedAt',
  'updatedBy',
  'createdBy',
  'publishedOn',
  'publishedTime',
  'changedOn',
  'changeNote',
  'changeKind',
  'publicNote',
  'publicKind',
  'basedOn',
  'privateDecisions',
]

/** Whether a field of a record is content: what people write, and two of them can differ about. */
export const isContent = (name: string): boolean => !NO_CONTENT.includes(name)

/** The fields of a record or a global that are its content. */
export function contentFields<F extends FlattenedField>(fields: readonly F[]): F[] {
  return fields.filter((field) => isContent(field.name) && !('virtual' in field && field.virtual))
}
