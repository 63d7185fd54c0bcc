import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { isEmpty } from '../twoPeople/sameValue.ts'

/** What stands for a value that is not filled in. */
const NOTHING = '（没有填）'

/** The name by which people know a field. */
export const labelOf = (field: FlattenedField): string =>
  'label' in field && typeof field.label === 'string' ? field.label : field.name

/**
 * A value of a record as a person reads it: an option by its label, a record by its name and never its database id, the
 * rows of a list a line each.
 */
export async function valueInWords(
  req: PayloadRequest,
  field: FlattenedField,
  value: unknown,
): Promise<string> {
  if (isEmpty(value)) return NOTHING
  if (field.type === 'select')
    return listed(value)
      .map((each) => optionLabel(field.options, each))
      .join('、')
  if (field.type === 'relationship' || field.type === 'upload')
    return typeof field.relationTo === 'string' ? namesOf(req, field.relationTo, listed(value)) : NOTHING
  if (field.type === 'array' || field.type === 'group') {
    const rows = (Array.isArray(value) ? value : [value]) as Record<string, unknown>[]
    const lines = await Promise.all(rows.map((row) => rowInWords(req, field.flattenedFields, row)))
    return field.type === 'group' ? lines.join('') : lines.map((line, i) => `${i + 1}. ${line}`).join('\n')
  }
  return String(value)
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

function optionLabel(options: readonly unknown[], value: unknown): string {
  const found = (options as { value?: string; label?: unknown }[]).find((each) => each.value === value)
  return typeof found?.label === 'string' ? found.label : String(value)
}

/** The filled fields of a row, one after the other. */
async function rowInWords(
  req: PayloadRequest,
  fields: readonly FlattenedField[],
  row: Record<string, unknown>,
): Promise<string> {
  const parts: string[] = []
  for (const field of fields)
    if (field.name !== 'id' && !isEmpty(row[field.name]))
      parts.push(`${labelOf(field)}：${await valueInWords(req, field, row[field.name])}`)
  return parts.join('；')
}

async function namesOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  values: readonly unknown[],
): Promise<string> {
  const ids = values.map((value) => (typeof value === 'object' ? (value as { id: unknown }).id : value))
  const { admin } = req.payload.collections[collection].config
  const { docs } = await req.payload.db.find({
    collection,
    where: { id: { in: ids } },
    limit: 0,
    pagination: false,
    req,
  })
  const names = new Map((docs as Record<string, unknown>[]).map((doc) => [String(doc.id), doc]))
  return ids
    .map((id) => String(names.get(String(id))?.[admin.useAsTitle ?? 'id'] ?? '（已不存在的一条）'))
    .join('、')
}
