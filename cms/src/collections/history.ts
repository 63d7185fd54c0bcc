import type { CollectionConfig } from 'payload'
import { shanghaiMinute } from '#domain/dates'
import { DEED_LABELS, DEEDS } from '#domain/vocabulary'
import { accessOf } from '../access/rights.ts'

/** Who did what, when, why, and from what to what: append-only, written in the transaction of the deed itself. */
export const history: CollectionConfig = {
  slug: 'history',
  labels: { singular: '历史', plural: '历史' },
  admin: {
    group: '编辑部',
    useAsTitle: 'reference',
    defaultColumns: ['when', 'personName', 'deed', 'recordType', 'reference', 'note'],
    pagination: { defaultLimit: 50 },
  },
  defaultSort: '-at',
  lockDocuments: false,
  access: accessOf('history'),
  fields: [
    {
      name: 'when',
      label: '什么时候（北京时间）',
      type: 'text',
      virtual: true,
      hooks: {
        afterRead: [
          ({ siblingData }) => (siblingData.at ? shanghaiMinute(Date.parse(siblingData.at)) : null),
        ],
      },
    },
    { name: 'personName', label: '谁', type: 'text' },
    {
      name: 'deed',
      label: '做了什么',
      type: 'select',
      required: true,
      options: DEEDS.map((value) => ({ value, label: DEED_LABELS[value] })),
      admin: {
        components: { Cell: '/history/DeedCell.tsx#DeedCell', Field: '/history/DeedField.tsx#DeedField' },
      },
    },
    {
      name: 'recordType',
      label: '种类',
      type: 'text',
      required: true,
      admin: { components: { Cell: '/words/TableCell.tsx#TableCell' } },
    },
    { name: 'reference', label: '编号', type: 'text', required: true, index: true },
    // What was done says it in words.
    { name: 'kind', label: '哪一种变更、为什么撤下', type: 'text', admin: { hidden: true } },
    { name: 'note', label: '为什么', type: 'textarea' },
    {
      name: 'changes',
      label: '从什么改成什么',
      type: 'json',
      admin: { components: { Field: '/history/ChangesField.tsx#ChangesField' } },
    },
    // The changes may have to go one day because of what they hold; that they were there stays.
    { name: 'changesHash', label: '改动的哈希', type: 'text', admin: { hidden: true } },
    // So may the words of a reason.
    { name: 'noteHash', label: '理由的哈希', type: 'text', admin: { hidden: true } },
    { name: 'at', label: '时刻', type: 'text', required: true, index: true, admin: { hidden: true } },
    {
      name: 'person',
      label: '谁的账户',
      type: 'relationship',
      relationTo: 'users',
      admin: { hidden: true },
    },
  ],
}
