import type { CollectionBeforeValidateHook, CollectionConfig } from 'payload'
import { mapping } from '#domain/imports/mapping'
import { ownMappingCalled } from '#domain/imports/own/ownMapping'
import { accessOf } from '../access/rights.ts'
import { recordChangeOf, recordDeletionOf } from '../history/deedElsewhere.ts'
import { refuse } from '../hooks/refuse.ts'

/** A mapping is never changed: each change is its next version, so that an import knows by which it was made. */
const nextVersion: CollectionBeforeValidateHook = async ({ data, req }) => {
  if (!data) return data
  const parsed = mapping.safeParse({ ...(data.content as object), version: 1 })
  if (!parsed.success)
    refuse(`对照表不能用：${parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`).join('；')}`)
  const { name, table } = parsed.data
  if (parsed.data.own || ownMappingCalled(name))
    refuse('本站工作簿的对照表是现成的，不用存：请换一个名字，或直接用它')
  const { docs } = await req.payload.db.find({
    collection: 'import-mappings',
    where: { name: { equals: name } },
    sort: '-version',
    limit: 1,
    pagination: false,
    req,
  })
  const version = ((docs[0] as { version?: number } | undefined)?.version ?? 0) + 1
  return { name, version, recordType: table, content: { ...parsed.data, version } }
}

/** Mappings (对照表), one row a version. */
export const importMappings: CollectionConfig = {
  slug: 'import-mappings',
  labels: { singular: '对照表', plural: '对照表' },
  admin: {
    group: '编辑部',
    useAsTitle: 'name',
    defaultColumns: ['name', 'version', 'recordType', 'updatedAt'],
  },
  defaultSort: 'name',
  lockDocuments: false,
  disableDuplicate: true,
  indexes: [{ fields: ['name', 'version'], unique: true }],
  access: accessOf('import-mappings'),
  hooks: {
    beforeValidate: [nextVersion],
    afterChange: [recordChangeOf('import-mappings')],
    afterDelete: [recordDeletionOf('import-mappings')],
  },
  fields: [
    { name: 'name', label: '名称', type: 'text', required: true, index: true, admin: { readOnly: true } },
    { name: 'version', label: '第几版', type: 'number', required: true, admin: { readOnly: true } },
    {
      name: 'recordType',
      label: '记录',
      type: 'text',
      required: true,
      admin: { readOnly: true, components: { Cell: '/words/TableCell.tsx#TableCell' } },
    },
    { name: 'content', label: '内容', type: 'json', required: true },
  ],
}
