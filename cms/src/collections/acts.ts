import type { CollectionConfig } from 'payload'
import { ACT_LABELS, ACTS } from '#domain/vocabulary'
import { accessOf } from '../access/rights.ts'

/** Every act of publication, append-only: hooks write it, nobody changes it. */
export const acts: CollectionConfig = {
  slug: 'acts',
  labels: { singular: '发布记录', plural: '发布记录' },
  admin: {
    // The history says the same, and who and why.
    hidden: true,
    group: '编辑部',
    useAsTitle: 'reference',
    defaultColumns: ['at', 'act', 'recordType', 'reference'],
  },
  defaultSort: '-at',
  lockDocuments: false,
  access: accessOf('acts'),
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
      name: 'act',
      label: '做了什么',
      type: 'select',
      required: true,
      options: ACTS.map((value) => ({ value, label: ACT_LABELS[value] })),
    },
    { name: 'day', label: '日子', type: 'text', required: true, index: true },
    {
      name: 'at',
      label: '时刻',
      type: 'text',
      required: true,
      index: true,
      admin: { components: { Cell: '/words/InstantCell.tsx#InstantCell' } },
    },
  ],
}
