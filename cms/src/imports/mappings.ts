import type { Payload } from 'payload'
import { type Mapping, mapping } from '#domain/imports/mapping'
import { ownMappingCalled } from '#domain/imports/own/ownMapping'

/** The newest version of a saved mapping, or one that stands by itself; null when there is none of that name. */
export async function savedMapping(payload: Payload, name: string): Promise<Mapping | null> {
  const own = ownMappingCalled(name)
  if (own) return own
  const { docs } = await payload.db.find({
    collection: 'import-mappings',
    where: { name: { equals: name } },
    sort: '-version',
    limit: 1,
    pagination: false,
  })
  const found = docs[0] as { content: unknown } | undefined
  return found ? mapping.parse(found.content) : null
}

/** The names of all saved mappings, in order. */
export async function mappingNames(payload: Payload): Promise<string[]> {
  const { docs } = await payload.db.find({
    collection: 'import-mappings',
    select: { name: true },
    limit: 0,
    pagination: false,
  })
  return [...new Set((docs as unknown as { name: string }[]).map(({ name }) => name))].sort()
}
