import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/rights.ts'

/** Which shipped records were ever loaded, one row a batch, so that a deleted one never returns. */
export const loads: CollectionConfig = {
  slug: 'loads',
  admin: { hidden: true },
  lockDocuments: false,
  access: accessOf('loads'),
  fields: [
    { name: 'recordType', type: 'text', required: true, index: true },
    { name: 'references', type: 'json', required: true },
  ],
}
