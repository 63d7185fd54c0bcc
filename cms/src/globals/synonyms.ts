import type { GlobalConfig } from 'payload'
import { synonyms as schema } from '#domain/records/synonyms'
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

const group = fieldsFrom(schema.shape.groups.element, 'always')
const groups = wordsOf(schema, 'groups')

export const synonyms: GlobalConfig = {
  slug: 'synonyms',
  label: '俗称词表',
  admin: { group: '清单' },
  access: globalAccessOf('synonyms'),
  versions: { max: 0 },
  hooks: {
    beforeOperation: [rememberWhatWasAskedOfGlobal],
    beforeValidate: [globalOwnTimes],
    beforeChange: [
      holdSeenGlobal('synonyms'),
      checkGlobal('synonyms'),
      holdNoteOfGlobal('synonyms'),
      globalSavedBy,
    ],
    afterChange: [recordGlobal('synonyms'), recordChangeOfGlobal('synonyms')],
  },
  fields: [
    basedOnField('synonyms'),
    privateDecisions('synonyms', schema),
    {
      name: 'groups',
      label: groups.label,
      type: 'array',
      admin: { description: groups.description },
      fields: [group.text('term'), group.lines('words')],
    },
    ...noteFields({ isKept: false }),
    savedByField,
  ],
}
