import type { Field, FieldHook, SanitizedConfig } from 'payload'
import { refuse } from '../hooks/refuse.ts'

/** How the library's own form sends a list without rows. */
const NO_ROWS: readonly unknown[] = [undefined, null, '', 0, '0']

const isRow = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Every list of rows is given as one, of rows: the library drops in silence what is none, and a slip of a script would
 * empty what is public.
 */
export function withListedRows(config: SanitizedConfig): SanitizedConfig {
  for (const { fields } of [...config.collections, ...config.globals]) holdLists(fields)
  return config
}

function holdLists(fields: readonly Field[]): void {
  for (const field of fields) {
    if (field.type === 'array') {
      const hold: FieldHook = ({ value }) =>
        NO_ROWS.includes(value) || (Array.isArray(value) && value.every(isRow))
          ? value
          : refuse(`${field.label as string}：要写成一行一行的，没有保存`)
      field.hooks = { ...field.hooks, beforeValidate: [hold, ...(field.hooks?.beforeValidate ?? [])] }
    }
    if (field.type === 'tabs') for (const tab of field.tabs) holdLists(tab.fields)
    if ('fields' in field) holdLists(field.fields)
  }
}
