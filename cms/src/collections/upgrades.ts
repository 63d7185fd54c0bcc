import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/rights.ts'

/** Which changes of data a newer code has made in this database, one row each, so that none is made twice. */
export const upgrades: CollectionConfig = {
  slug: 'upgrades',
  admin: { hidden: true },
  lockDocuments: false,
  access: accessOf('upgrades'),
  fields: [{ name: 'name', type: 'text', required: true, unique: true, index: true }],
}
