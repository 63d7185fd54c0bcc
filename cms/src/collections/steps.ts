import type { CollectionConfig } from 'payload'
import { STEP_LABELS, STEPS } from '#domain/vocabulary'
import { accessOf } from '../access/rights.ts'

/**
 * Every step of a record on its way to the readers, append-only: who handed in, gave back, approved or scheduled which
 * version, and with what words. The newest of a record stands until the record is saved again.
 */
export const steps: CollectionConfig = {
  slug: 'steps',
  labels: { singular: '经手记录', plural: '经手记录' },
  admin: {
    group: '编辑部',
    useAsTitle: 'reference',
    defaultColumns: ['at', 'step', 'reference', 'by', 'note'],
  },
  defaultSort: '-at',
  lockDocuments: false,
  access: accessOf('steps'),
  fields: [
    {
      name: 'recordType',
      label: '种类',
      type: 'text',
      required: true,
      index: true,
      admin: { components: { Cell: '/words/TableCell.tsx#TableCell' } },
    },
    { name: 'record', label: '哪一条', type: 'text', required: true, index: true, admin: { hidden: true } },
    { name: 'reference', label: '编号', type: 'text', required: true, index: true },
    {
      name: 'step',
      label: '做了什么',
      type: 'select',
      required: true,
      index: true,
      options: STEPS.map((value) => ({ value, label: STEP_LABELS[value] })),
    },
    { name: 'version', label: '哪一版', type: 'text', admin: { hidden: true } },
    { name: 'savedAt', label: '那一版保存的时刻', type: 'text', admin: { hidden: true } },
    { name: 'note', label: '说明', type: 'textarea' },
    { name: 'publishAt', label: '定在什么时候发布', type: 'text', index: true },
    { name: 'reviewBy', label: '到哪一天要再看一遍', type: 'text', index: true },
    { name: 'by', label: '谁', type: 'relationship', relationTo: 'users' },
    { name: 'at', label: '时刻', type: 'text', required: true, index: true },
    { name: 'stands', label: '还作数', type: 'checkbox', defaultValue: true, index: true },
  ],
}
