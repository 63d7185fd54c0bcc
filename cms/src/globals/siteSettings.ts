import type { GlobalConfig } from 'payload'
import { siteSettings as schema } from '#domain/records/siteSettings'
import { ORIGIN_LABELS, ORIGINS } from '#domain/vocabulary'
import { globalAccessOf } from '../access/rights.ts'
import { noteFields } from '../fields/noteFields.ts'
import { privateDecisions } from '../fields/privateDecisions.ts'
import { savedByField } from '../fields/publication.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { wordsOf } from '../fields/words.ts'
import { recordChangeOfGlobal } from '../history/deedElsewhere.ts'
import { rememberWhatWasAskedOfGlobal } from '../hooks/askedOperation.ts'
import { checkGlobal, globalSavedBy, recordGlobal } from '../hooks/globalSaving.ts'
import { globalOwnTimes } from '../hooks/ownTimes.ts'
import { holdNoteOfGlobal } from '../notes/noteElsewhere.ts'
import { basedOnField } from '../twoPeople/basedOnField.ts'
import { holdSeenGlobal } from '../twoPeople/holdSeenElsewhere.ts'

const f = fieldsFrom(schema, 'always')
const category = fieldsFrom(schema.shape.dutyCategories.element, 'always')
const categories = wordsOf(schema, 'dutyCategories')

export const siteSettings: GlobalConfig = {
  slug: 'site-settings',
  label: '本站设置',
  admin: { group: '编辑部' },
  access: globalAccessOf('site-settings'),
  versions: { max: 0 },
  hooks: {
    beforeOperation: [rememberWhatWasAskedOfGlobal],
    beforeValidate: [globalOwnTimes],
    beforeChange: [
      holdSeenGlobal('site-settings'),
      checkGlobal('site-settings'),
      holdNoteOfGlobal('site-settings'),
      globalSavedBy,
    ],
    afterChange: [recordGlobal('site-settings'), recordChangeOfGlobal('site-settings')],
  },
  fields: [
    basedOnField('site-settings'),
    privateDecisions('site-settings', schema),
    f.text('name'),
    f.text('scope'),
    f.text('tagline'),
    f.text('publicAddress'),
    f.text('sitePath'),
    f.text('hostName'),
    f.text('hostDomain'),
    f.text('siteIdCode'),
    f.text('organiser'),
    f.text('contact'),
    f.text('licence'),
    f.text('licenceUrl'),
    f.text('icpNumber'),
    f.text('policeNumber'),
    f.text('complaints'),
    f.text('errorReport'),
    f.area('whistleWho'),
    f.area('whistleWhere'),
    f.area('whistleWhat'),
    f.area('whistleTime'),
    f.area('whistleNobody'),
    f.whole('smallPlace'),
    {
      name: 'dutyCategories',
      label: categories.label,
      type: 'array',
      maxRows: 7,
      admin: { description: categories.description },
      fields: [
        {
          type: 'row',
          fields: [
            category.whole('number'),
            category.text('title'),
            category.choice('origin', ORIGINS, ORIGIN_LABELS),
          ],
        },
      ],
    },
    ...noteFields({ isKept: false }),
    savedByField,
  ],
}
