import type { Field } from 'payload'

/** A field of a form that holds a value, and the way to it in a record. */
export type FormField = { path: (string | number)[]; type: Field['type'] }

/** The fields of a form, those of the first item of a list and of groups included; what a hook or nobody sets is left out. */
export function formFields(fields: readonly Field[], path: FormField['path'] = []): FormField[] {
  return fields.flatMap((field): FormField[] => {
    if (
      field.type === 'ui' ||
      ('admin' in field && field.admin && 'readOnly' in field.admin && field.admin.readOnly)
    )
      return []
    if (field.type === 'row' || field.type === 'collapsible') return formFields(field.fields, path)
    if (field.type === 'group')
      return formFields(field.fields, 'name' in field ? [...path, field.name] : path)
    if (field.type === 'array') return formFields(field.fields, [...path, field.name, 0])
    // The rows of a list have ids of their own, which nobody sees.
    return 'name' in field && field.name !== 'id' ? [{ path: [...path, field.name], type: field.type }] : []
  })
}

/** A copy of a record with one value put somewhere; what is missing on the way there is made. */
export function withValue(
  record: Record<string, unknown>,
  path: FormField['path'],
  value: unknown,
): Record<string, unknown> {
  const copy = structuredClone(record)
  let at = copy as Record<string | number, unknown>
  for (const [i, part] of path.slice(0, -1).entries()) {
    at[part] ??= typeof path[i + 1] === 'number' ? [] : {}
    at = at[part] as Record<string | number, unknown>
  }
  at[path.at(-1) as string | number] = value
  return copy
}
