import type { FlattenedField, PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import { writeContext } from './writeContext.ts'

type Data = Record<string, unknown>

/**
 * Empties what was empty in the version that is brought back. MongoDB does not keep empty fields, and Payload fills what
 * is missing from the present state: the result would be neither of the two.
 */
export async function emptyWhatWasEmpty(req: PayloadRequest, table: TableName, data: Data): Promise<void> {
  const { asked } = writeContext(req.context)
  if (asked?.version === undefined) return
  const { docs } = await req.payload.db.findVersions({
    collection: table,
    where: { id: { equals: asked.version } },
    limit: 1,
    pagination: false,
    req,
  })
  const version = docs[0]?.version as Data | undefined
  if (!version) return
  for (const field of req.payload.collections[table].config.flattenedFields)
    if ('name' in field && (version[field.name] === undefined || version[field.name] === null))
      data[field.name] = emptyOf(field)
}

function emptyOf(field: FlattenedField): unknown {
  if (field.type === 'group' || field.type === 'tab') return {}
  return field.type === 'array' || ('hasMany' in field && field.hasMany) ? [] : null
}
