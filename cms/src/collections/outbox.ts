import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/rights.ts'

/** Writes that the publisher has not yet brought to the readers. Nobody reads it over REST. `collection` is a reserved word in Mongoose, hence `recordType`. */
export const outbox: CollectionConfig = {
  slug: 'outbox',
  labels: { singular: '待发布', plural: '待发布' },
  admin: { hidden: true },
  lockDocuments: false,
  access: accessOf('outbox'),
  fields: [
    { name: 'recordType', type: 'text', required: true },
    { name: 'reference', type: 'text', required: true },
    { name: 'operation', type: 'text', required: true },
    // An import or its undoing that is under way: until it is through, this is not to be published.
    { name: 'heldFor', type: 'text' },
  ],
}
