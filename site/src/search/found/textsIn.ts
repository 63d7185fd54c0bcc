/** A text worth an excerpt is at least so long, and Chinese. */
const TEXT = /\p{Script=Han}.{6,}/u
/** Fields that are not what a record says of its matter. */
const NOT_TEXTS = new Set(['title', 'changeNote', 'name', 'fullName'])

/** Every text in a record, in its order, without titles and names. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return TEXT.test(value) ? [value] : []
  if (Array.isArray(value)) return value.flatMap(textsIn)
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([field, held]) => (NOT_TEXTS.has(field) ? [] : textsIn(held)))
}
