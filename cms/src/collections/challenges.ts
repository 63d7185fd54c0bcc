import type { CollectionConfig } from 'payload'
import { challenge } from '#domain/records/challenge'
import { accessOf } from '../access/rights.ts'
import { createdBy } from '../fields/createdBy.ts'
import { dateText } from '../fields/dateText.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { recordChangeOf, recordDeletionOf } from '../history/deedElsewhere.ts'
import { checkChallenge } from '../hooks/checkChallenge.ts'
import { keepCreator } from '../hooks/keepCreator.ts'
import { ownTimes } from '../hooks/ownTimes.ts'

const f = fieldsFrom(challenge, 'always')

/** 质疑: kept in the newsroom; its pages are not part of the public site yet, so nobody outside reads it. */
export const challenges: CollectionConfig = {
  slug: 'challenges',
  labels: { singular: '质疑', plural: '质疑' },
  admin: {
    group: '公开内容',
    useAsTitle: 'number',
    defaultColumns: ['number', 'about', 'receivedOn', 'answeredOn'],
  },
  access: accessOf('challenges'),
  versions: { maxPerDoc: 0 },
  hooks: {
    beforeChange: [ownTimes, keepCreator, checkChallenge],
    afterChange: [recordChangeOf('challenges')],
    afterDelete: [recordDeletionOf('challenges')],
  },
  fields: [
    f.key('number'),
    f.text('about'),
    f.area('text'),
    dateText(challenge, 'receivedOn', { dayOnly: true, need: 'always' }),
    f.area('answer'),
    dateText(challenge, 'answeredOn', { dayOnly: true }),
    createdBy,
  ],
}
