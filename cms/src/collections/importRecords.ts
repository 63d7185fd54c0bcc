import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/rights.ts'

/**
 * What an import did with each record, so that it can be carried through, and taken back: what stood before, what it left,
 * and what the row of the source said. Kept until an import can no longer be undone. Nobody reads it over REST.
 */
export const importRecords: CollectionConfig = {
  slug: 'import-records',
  timestamps: false,
  admin: { hidden: true },
  lockDocuments: false,
  indexes: [{ fields: ['importId', 'place'], unique: true }, { fields: ['recordType', 'reference'] }],
  access: accessOf('import-records'),
  fields: [
    { name: 'importId', type: 'text', required: true },
    { name: 'place', type: 'number', required: true },
    { name: 'recordType', type: 'text', required: true },
    { name: 'reference', type: 'text', required: true },
    { name: 'record', type: 'text', index: true },
    { name: 'operation', type: 'text', required: true },
    { name: 'sourceKey', type: 'text' },
    { name: 'said', type: 'json' },
    { name: 'saidBefore', type: 'json' },
    { name: 'before', type: 'json' },
    { name: 'wasPublished', type: 'checkbox', required: true, defaultValue: false },
    { name: 'savedAt', type: 'text' },
    { name: 'stage', type: 'text', required: true },
  ],
}
