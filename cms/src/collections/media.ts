import type { CollectionConfig } from 'payload'
import { photo } from '#domain/records/case'
import { PHOTO_STAGE_LABELS, PHOTO_STAGES } from '#domain/vocabulary'
import { accessOf, nobody, privateReading } from '../access/rights.ts'
import { env } from '../env.ts'
import { createdBy } from '../fields/createdBy.ts'
import { dateText } from '../fields/dateText.ts'
import { noteFields } from '../fields/noteFields.ts'
import { privateDecisions } from '../fields/privateDecisions.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { recordChangeOf, recordDeletionOf } from '../history/deedElsewhere.ts'
import { rememberWhatWasAskedOfPhoto } from '../hooks/askedOperation.ts'
import { checkPhoto } from '../hooks/checkPhoto.ts'
import { keepCreator } from '../hooks/keepCreator.ts'
import { ownTimes } from '../hooks/ownTimes.ts'
import { holdShownPhoto, refusePhotoDeletion, tellCasesOfPhoto } from '../hooks/photoOfCases.ts'
import { keepOriginalName, redrawnOnly } from '../hooks/redrawnOnly.ts'
import { holdNoteOfPhoto } from '../notes/noteElsewhere.ts'
import { LOOKED, LOOKED_LABELS } from '../photos/photoMasks.ts'
import { PHOTO_TYPES } from '../photos/redrawPhoto.ts'
import { basedOnField } from '../twoPeople/basedOnField.ts'
import { holdSeenPhoto } from '../twoPeople/holdSeenElsewhere.ts'

const f = fieldsFrom(photo, 'always')

/** Photos of cases. They become public only as part of a published case. */
export const media: CollectionConfig = {
  slug: 'media',
  labels: { singular: '照片', plural: '照片' },
  admin: { group: '公开内容', useAsTitle: 'alt', defaultColumns: ['filename', 'alt', 'stage', 'takenOn'] },
  upload: {
    staticDir: env.mediaDir,
    mimeTypes: PHOTO_TYPES,
    pasteURL: false,
    crop: false,
    focalPoint: false,
    // Photos are given one by one: each needs its sentence for those who do not see it.
    bulkUpload: false,
    adminThumbnail: ({ doc }) =>
      typeof doc.filename === 'string' ? `/api/media/file/${doc.filename}` : null,
  },
  access: { ...accessOf('media'), readVersions: nobody },
  hooks: {
    beforeOperation: [redrawnOnly, rememberWhatWasAskedOfPhoto],
    beforeChange: [
      ownTimes,
      keepCreator,
      keepOriginalName,
      holdSeenPhoto,
      checkPhoto,
      holdShownPhoto,
      holdNoteOfPhoto,
    ],
    afterChange: [tellCasesOfPhoto, recordChangeOf('media')],
    beforeDelete: [refusePhotoDeletion],
    afterDelete: [recordDeletionOf('media')],
  },
  fields: [
    basedOnField('media'),
    {
      name: 'masks',
      label: '遮住的地方',
      type: 'json',
      virtual: true,
      admin: {
        components: { Field: '/components/PhotoMasks.tsx#PhotoMasks' },
        disableListColumn: true,
        disableListFilter: true,
      },
    },
    {
      name: 'looked',
      label: '人脸、车牌、证件',
      type: 'select',
      options: LOOKED.map((value) => ({ value, label: LOOKED_LABELS[value] })),
      access: { read: privateReading('media'), update: () => false },
      admin: { description: '每张照片上传前都要看一遍。不公开。' },
    },
    f.text('alt'),
    f.choice('stage', PHOTO_STAGES, PHOTO_STAGE_LABELS),
    dateText(photo, 'takenOn'),
    privateDecisions('media', photo.pick({ alt: true })),
    ...noteFields({ isKept: false }),
    {
      name: 'originalName',
      label: '原文件名',
      type: 'text',
      admin: { readOnly: true, description: '上传时的名字。不公开。' },
      access: { read: privateReading('media'), create: () => false, update: () => false },
    },
    createdBy,
  ],
}
