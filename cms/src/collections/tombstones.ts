import type { CollectionConfig } from 'payload'
import { WITHDRAW_REASON_LABELS, WITHDRAW_REASONS } from '#domain/vocabulary'
import { accessOf } from '../access/rights.ts'

/** What stands at a withdrawn address, for the public ledger: hooks write it with the withdrawal, nobody changes it. */
export const tombstones: CollectionConfig = {
  slug: 'tombstones',
  labels: { singular: '撤下页', plural: '撤下页' },
  admin: {
    group: '编辑部',
    useAsTitle: 'reference',
    defaultColumns: ['day', 'recordType', 'reference', 'reason', 'words', 'returnedOn'],
  },
  defaultSort: '-day',
  lockDocuments: false,
  access: accessOf('tombstones'),
  fields: [
    {
      name: 'recordType',
      label: '种类',
      type: 'text',
      required: true,
      admin: { components: { Cell: '/words/TableCell.tsx#TableCell' } },
    },
    { name: 'reference', label: '编号', type: 'text', required: true, index: true },
    {
      name: 'reason',
      label: '为什么撤下',
      type: 'select',
      required: true,
      options: WITHDRAW_REASONS.map((value) => ({ value, label: WITHDRAW_REASON_LABELS[value] })),
    },
    { name: 'words', label: '说明', type: 'textarea' },
    { name: 'day', label: '撤下的日子', type: 'text', required: true },
    { name: 'returnedOn', label: '重新公开的日子', type: 'text' },
  ],
}
