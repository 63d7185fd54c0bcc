import type { CollectionSlug, FilterOptions, RelationshipFieldValidation } from 'payload'
import { relationship } from 'payload/shared'
import { MERGED_TABLES } from '#domain/records/succession'

type Offer = { filterOptions?: FilterOptions; validate?: RelationshipFieldValidation }

/**
 * What a form offers of places and departments: those that stand. What was merged into another one is chosen no more,
 * and where it stood before it stays, saves and all: records keep the name of then. A list is still filtered by it.
 */
export function standingOnly(relationTo: CollectionSlug): Offer {
  if (!(MERGED_TABLES as readonly string[]).includes(relationTo)) return {}
  return {
    // A list asks without a record.
    filterOptions: ({ data }) => Object.keys(data ?? {}).length === 0 || { replacedBy: { exists: false } },
    validate: (value, { filterOptions: _, ...asked }) => relationship(value, asked),
  }
}
