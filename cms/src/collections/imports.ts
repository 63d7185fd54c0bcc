import type { CollectionConfig } from 'payload'
import { IMPORT_TABLES } from '#domain/imports/importTables'
import { TABLES } from '#domain/records/snapshot'
import { CHANGE_KIND_LABELS, CHANGE_KINDS } from '#domain/vocabulary'
import { accessOf } from '../access/rights.ts'
import { IMPORT_STATE_LABELS, IMPORT_STATES } from '../imports/commit/importStates.ts'

/** Imports (导入), one row each: which file, by which mapping, by whom, and how far it is. The import itself writes it, nobody else. */
export const imports: CollectionConfig = {
  slug: 'imports',
  labels: { singular: '导入', plural: '导入' },
  admin: {
    group: '编辑部',
    useAsTitle: 'fileName',
    defaultColumns: ['createdAt', 'fileName', 'mapping', 'recordType', 'state', 'by', 'total'],
  },
  defaultSort: '-createdAt',
  lockDocuments: false,
  disableDuplicate: true,
  access: accessOf('imports'),
  fields: [
    { name: 'fileName', label: '文件', type: 'text', required: true },
    { name: 'fileHash', label: '文件的 SHA-256', type: 'text', required: true, index: true },
    { name: 'fileBytes', label: '字节', type: 'number', required: true },
    { name: 'mapping', label: '对照表', type: 'text', required: true },
    { name: 'mappingVersion', label: '第几版', type: 'number', required: true },
    {
      name: 'recordType',
      label: '记录',
      type: 'select',
      required: true,
      options: IMPORT_TABLES.map((value) => ({ value, label: TABLES[value].label })),
    },
    { name: 'publishes', label: '直接公开', type: 'checkbox', defaultValue: false },
    { name: 'undatedYear', label: '没有年份的算哪年', type: 'number' },
    { name: 'note', label: '变更说明', type: 'textarea' },
    {
      name: 'noteKind',
      label: '变更种类',
      type: 'select',
      options: CHANGE_KINDS.map((value) => ({ value, label: CHANGE_KIND_LABELS[value] })),
    },
    {
      name: 'state',
      label: '到哪一步',
      type: 'select',
      required: true,
      index: true,
      options: IMPORT_STATES.map((value) => ({ value, label: IMPORT_STATE_LABELS[value] })),
    },
    { name: 'problem', label: '为什么没有做成', type: 'textarea' },
    { name: 'done', label: '做了几条', type: 'number', required: true },
    { name: 'total', label: '共几条', type: 'number', required: true },
    { name: 'counts', label: '件数', type: 'json', required: true },
    { name: 'vanished', label: '上次有、这次没有的', type: 'number', required: true },
    { name: 'by', label: '谁', type: 'relationship', relationTo: 'users' },
    { name: 'approvedBy', label: '谁批准', type: 'relationship', relationTo: 'users' },
    { name: 'committedAt', label: '公开的时刻', type: 'text' },
    { name: 'undoneAt', label: '撤销的时刻', type: 'text' },
    { name: 'undoneBy', label: '谁撤销', type: 'relationship', relationTo: 'users' },
    { name: 'undoReason', label: '撤销的理由', type: 'json' },
    // The greatest number of each year that it takes: what is saved meanwhile gets a later one.
    { name: 'reserved', type: 'json', admin: { hidden: true } },
    // Who works on it now, and when that was last seen: one that died is told from one that works.
    { name: 'runner', type: 'text', admin: { hidden: true } },
    { name: 'seenAt', type: 'text', admin: { hidden: true } },
    { name: 'isCancelled', type: 'checkbox', defaultValue: false, admin: { hidden: true } },
    { name: 'keptFile', type: 'text', admin: { hidden: true } },
  ],
}
