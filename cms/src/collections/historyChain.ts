import type { CollectionConfig } from 'payload'
import { accessOf } from '../access/rights.ts'

/** The links by which rows of the history hang together: the publisher makes them, and every release names the last. */
export const historyChain: CollectionConfig = {
  slug: 'history-chain',
  labels: { singular: '历史的链', plural: '历史的链' },
  admin: { hidden: true },
  lockDocuments: false,
  access: accessOf('history-chain'),
  fields: [
    // Two publishers that overlap for a moment cannot both make the same link.
    { name: 'position', type: 'number', required: true, unique: true, index: true },
    { name: 'rows', type: 'json', required: true },
    { name: 'count', type: 'number', required: true },
    { name: 'hash', type: 'text', required: true },
  ],
}
