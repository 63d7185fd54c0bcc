import type { Field, RelationshipField, SelectField, TextareaField } from 'payload'
import { z } from 'zod'
import { published } from '#domain/keys'
import { ORIGIN_LABELS, ORIGINS } from '#domain/vocabulary'
import { isSignedInField } from '../access/rights.ts'
import { createdBy } from './createdBy.ts'
import { noteFields } from './noteFields.ts'
import { fieldsFrom } from './recordFields.ts'
import { wordsOf } from './words.ts'

const schema = z.object(published)

const setByHook = (name: string, label: string, description: string): Field => {
  return {
    name,
    label,
    type: 'text',
    admin: { description, readOnly: true, position: 'sidebar' },
    // A hook sets it when the record is published; nobody else.
    access: { create: () => false, update: () => false },
  }
}

const inSidebar = <F extends TextareaField | SelectField>(field: F): F => ({
  ...field,
  admin: { ...field.admin, position: 'sidebar' },
})

/** Who saved a record or a global last; a hook sets it. */
export const savedByField: RelationshipField = {
  name: 'updatedBy',
  label: '最近由谁保存',
  type: 'relationship',
  relationTo: 'users',
  access: { read: isSignedInField, create: () => false, update: () => false },
  admin: { readOnly: true, position: 'sidebar' },
}

/** What every public record carries beside its own fields. */
export const publicationFields: Field[] = [
  ...noteFields().map(inSidebar),
  setByHook('publicNote', '公开的变更说明', '读者看到的那一句：最近一次更正的说明。由系统写入。'),
  setByHook('publicKind', '公开的变更种类', '最近一次更正的种类。由系统写入。'),
  inSidebar(fieldsFrom(schema).choice('origin', ORIGINS, ORIGIN_LABELS)),
  createdBy,
  setByHook('publishedOn', wordsOf(schema, 'publishedOn').label, wordsOf(schema, 'publishedOn').description),
  setByHook(
    'publishedTime',
    wordsOf(schema, 'publishedTime').label,
    wordsOf(schema, 'publishedTime').description,
  ),
  setByHook('changedOn', wordsOf(schema, 'changedOn').label, wordsOf(schema, 'changedOn').description),
  savedByField,
]
