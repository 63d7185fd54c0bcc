import type { FlattenedField } from 'payload'

/**
 * The field of a form in which a problem of a public row is mended: a row may be finer than the form (a line of a text,
 * one of several photos), and a problem of a whole item stands at its first field.
 * @param path of the row, such as `timeline.3.department` or `evidence.2`
 */
export function formPath(fields: readonly FlattenedField[], path: string): string {
  const [name = '', ...rest] = path.split('.')
  const field = fields.find((each) => 'name' in each && each.name === name)
  if (!field || !('flattenedFields' in field) || rest.length === 0) return name
  if (field.type !== 'array') return `${name}.${formPath(field.flattenedFields, rest.join('.'))}`
  const [index, ...inner] = rest
  const first = field.flattenedFields.find((each) => each.name !== 'id')?.name ?? ''
  return `${name}.${index}.${inner.length > 0 ? formPath(field.flattenedFields, inner.join('.')) : first}`
}
