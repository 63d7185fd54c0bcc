import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/rights.ts'

/**
 * Which record each row of a source became, by the source's own number: the same number is the same record for ever. It
 * holds what the row said last, so that what editors correct by hand can be told apart. Nobody reads it over REST.
 */
export const importedRows: CollectionConfig = {
  slug: 'imported-rows',
  labels: { singular: '导入过的行', plural: '导入过的行' },
  admin: { hidden: true },
  lockDocuments: false,
  indexes: [{ fields: ['mapping', 'sourceKey'], unique: true }],
  access: accessOf('imported-rows'),
  fields: [
    { name: 'mapping', type: 'text', required: true },
    { name: 'sourceKey', type: 'text', required: true },
    { name: 'recordType', type: 'text', required: true },
    { name: 'reference', type: 'text', required: true, index: true },
    { name: 'record', type: 'json', required: true },
    { name: 'hidden', type: 'json', required: true },
    { name: 'isUndone', type: 'checkbox', required: true, defaultValue: false },
  ],
}
