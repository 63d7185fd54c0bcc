import type {
  Access,
  CollectionBeforeChangeHook,
  SanitizedCollectionConfig,
  SanitizedConfig,
  Where,
} from 'payload'
import { nobody, reachFor } from './access/rights.ts'

/** Somebody with an account, also before a password that the product made is replaced: the own account's page reads these. */
const isThere: Access = ({ req }) => Boolean(req.user) && req.user?.deactivated !== true

/** One's own rows of a collection that the library keeps for people. */
const own: Access = ({ req }) => {
  if (!isThere({ req }) || !req.user) return false
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

/** Who writes every record sees who is at one and may take it over; others see and touch their own locks. */
const ownOrWriter: Access = (args) => reachFor(args.req, 'cases', 'update') === 'all' || own(args)

const NOBODY = { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody }
const RULES: Record<string, Partial<SanitizedCollectionConfig['access']>> = {
  'payload-locked-documents': {
    // The admin's own form makes it, below these rules.
    create: nobody,
    read: isThere,
    update: ownOrWriter,
    delete: ownOrWriter,
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
