import type { GlobalConfig } from 'payload'
import { synonyms as schema } from '#domain/records/synonyms'
import { isSignedIn, mayPublish } from '../access/roles.ts'
import { fieldsFrom } from '../fields/recordFields.ts'
import { wordsOf } from '../fields/words.ts'
import { checkGlobal, recordGlobal } from '../hooks/globalSaving.ts'
import { globalOwnTimes } from '../hooks/ownTimes.ts'

const group = fieldsFrom(schema.shape.groups.element, 'always')
const groups = wordsOf(schema, 'groups')

export const synonyms: GlobalConfig = {
  slug: 'synonyms',
  label: '俗称词表',
  admin: { group: '清单' },
  access: { read: isSignedIn, update: mayPublish, readVersions: isSignedIn },
  versions: { max: 0 },
  hooks: {
    beforeValidate: [globalOwnTimes],
    beforeChange: [checkGlobal('synonyms')],
    afterChange: [recordGlobal('synonyms')],
  },
  fields: [
    {
      name: 'groups',
      label: groups.label,
      type: 'array',
      admin: { description: groups.description },
      fields: [group.text('term'), group.lines('words')],
    },
  ],
}
