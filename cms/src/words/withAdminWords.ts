import type { Field, SanitizedConfig } from 'payload'

/** Moments that the library keeps of every record. */
const INSTANTS = ['createdAt', 'updatedAt']
const CELL = '/words/InstantCell.tsx#InstantCell'

/** Nothing for programmers stands in the admin, and every moment in its lists is Shanghai time. */
export function withAdminWords(config: SanitizedConfig): SanitizedConfig {
  for (const each of [...config.collections, ...config.globals]) each.admin.hideAPIURL = true
  for (const { fields } of config.collections) for (const field of fields) tellInShanghaiTime(field)
  return config
}

function tellInShanghaiTime(field: Field): void {
  if (!('name' in field) || field.type !== 'date' || !INSTANTS.includes(field.name)) return
  field.admin = { ...field.admin, components: { ...field.admin?.components, Cell: CELL } }
}
