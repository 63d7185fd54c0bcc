import type {
  Access,
  CollectionBeforeChangeHook,
  SanitizedCollectionConfig,
  SanitizedConfig,
  Where,
} from 'payload'
import { isSignedIn, mayPublish, nobody, roleOf } from './access/roles.ts'

/** One's own rows of a collection that the library keeps for people. */
const own: Access = ({ req }) => {
  if (roleOf(req) === null || !req.user) return false
  const mine: Where[] = [
    { 'user.value': { equals: req.user.id } },
    { 'user.relationTo': { equals: 'users' } },
  ]
  return { and: mine }
}

/** A lock stands in the name of who holds it, and of nobody else. */
const inOnesOwnName: CollectionBeforeChangeHook = ({ data, req }) => {
  if (req.user) data.user = { relationTo: 'users', value: req.user.id }
  return data
}

/** Publishers see who is at a record and may take it over; contributors see and touch their own locks. */
const ownOrPublisher: Access = (args) => mayPublish(args) || own(args)

const NOBODY = { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody }
const RULES: Record<string, Partial<SanitizedCollectionConfig['access']>> = {
  'payload-locked-documents': {
    // The admin's own form makes it, below these rules.
    create: nobody,
    read: isSignedIn,
    update: ownOrPublisher,
    delete: ownOrPublisher,
    readVersions: nobody,
  },
  // What a person's list looks like: the library writes it through its own endpoint.
  'payload-preferences': { create: nobody, read: own, update: own, delete: own, readVersions: nobody },
}

/** Gives the collections that the library brings access rules of ours; one that is not known here is nobody's. */
export function withLibraryAccess(config: SanitizedConfig): SanitizedConfig {
  for (const collection of config.collections) {
    if (!collection.slug.startsWith('payload-')) continue
    Object.assign(collection.access, RULES[collection.slug] ?? NOBODY)
    if (collection.slug === 'payload-locked-documents') collection.hooks.beforeChange.unshift(inOnesOwnName)
  }
  return config
}
