import type { CollectionSlug, FilterOptions, RelationshipFieldValidation, Where } from 'payload'
import { relationship } from 'payload/shared'
import { TABLES } from '#domain/records/snapshot'
import { MERGED_TABLES } from '#domain/records/succession'

type Offer = { filterOptions?: FilterOptions; validate?: RelationshipFieldValidation }

/**
 * What a form offers of other records. Of places and departments those that stand: what was merged into another one is
 * chosen no more, and where it stood before it stays, saves and all: records keep the name of then. What is invented is
 * offered to invented records alone: a real one that names it cannot be published. A list is still filtered by all.
 */
export function standingOnly(relationTo: CollectionSlug): Offer {
  if (!Object.hasOwn(TABLES, relationTo)) return {}
  const standing: Where[] = (MERGED_TABLES as readonly string[]).includes(relationTo)
    ? [{ replacedBy: { exists: false } }]
    : []
  return {
    filterOptions: ({ data }) => {
      const { origin } = (data ?? {}) as { origin?: string | null }
      const real: Where[] = origin && origin !== 'sample' ? [{ origin: { not_equals: 'sample' } }] : []
      // A list asks without a record.
      const offered = Object.keys(data ?? {}).length === 0 ? [] : [...standing, ...real]
      return offered.length === 0 || { and: offered }
    },
    validate: (value, { filterOptions: _, ...asked }) => relationship(value, asked),
  }
}
