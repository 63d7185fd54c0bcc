import type { CollectionConfig } from 'payload'
import { nobody } from '../access/roles.ts'

/** Writes that the publisher has not yet brought to the readers. Nobody reads it over REST. `collection` is a reserved word in Mongoose, hence `recordType`. */
export const outbox: CollectionConfig = {
  slug: 'outbox',
  labels: { singular: '待发布', plural: '待发布' },
  admin: { hidden: true },
  lockDocuments: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody },
  fields: [
    { name: 'recordType', type: 'text', required: true },
    { name: 'reference', type: 'text', required: true },
    { name: 'operation', type: 'text', required: true },
  ],
}
