import type { CollectionConfig } from 'payload'
import { nobody } from '../access/roles.ts'

/** Which shipped records were ever loaded, one row a batch, so that a deleted one never returns. */
export const loads: CollectionConfig = {
  slug: 'loads',
  admin: { hidden: true },
  lockDocuments: false,
  access: { create: nobody, read: nobody, update: nobody, delete: nobody, readVersions: nobody },
  fields: [
    { name: 'recordType', type: 'text', required: true, index: true },
    { name: 'references', type: 'json', required: true },
  ],
}
