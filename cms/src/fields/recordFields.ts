import type {
  CollectionSlug,
  NumberField,
  RelationshipField,
  SelectField,
  TextareaField,
  TextField,
  UploadField,
} from 'payload'
import type { z } from 'zod'
import { cleanLine, cleanText } from '#domain/cleanText'
import { standingOnly } from './standingOnly.ts'
import { namedRecord, namedRecords, textValue } from './typedValues.ts'
import { wordsOf } from './words.ts'

/** What stands at a field that was refused. */
const FAULT = { Error: '/form/FieldFault.tsx#FieldFault' }

type Width = { width?: string }

/** When a field that the schema asks for must be there: when the record is published, or whenever it is saved. */
export type Need = 'at publication' | 'always'

/**
 * Makes Payload fields whose name, label, help and need come from a schema of the domain. A record with drafts may lack
 * anything but its key until it is published: a half-written draft must never stand in the way of taking a record back.
 */
export function fieldsFrom(schema: z.ZodObject, need: Need = 'at publication') {
  const base = (name: string, given: Width = {}) => {
    const { label, description, optional } = wordsOf(schema, name)
    const needed = !optional && need === 'at publication' ? '发布前必填。' : ''
    return {
      name,
      label,
      required: !optional && need === 'always',
      admin: { description: description + needed, components: FAULT, ...given },
    }
  }
  const listBase = (name: string) => {
    const { label, description } = wordsOf(schema, name)
    return { name, label, required: false, admin: { description, components: FAULT } }
  }
  return {
    text: (name: string, width?: Width): TextField => ({
      ...base(name, width),
      type: 'text',
      hooks: textValue(wordsOf(schema, name).label, cleanLine),
    }),
    /** The public key: unique, and never changed after the first publication (a hook holds that). */
    key: (name: string): TextField => ({
      ...base(name),
      type: 'text',
      required: true,
      unique: true,
      index: true,
      hooks: textValue(wordsOf(schema, name).label, cleanLine),
    }),
    area: (name: string, rows = 3): TextareaField => {
      const made = base(name)
      return {
        ...made,
        type: 'textarea',
        hooks: textValue(wordsOf(schema, name).label, cleanText),
        admin: { ...made.admin, rows },
      }
    },
    /** A list of texts, typed one a line. */
    lines: (name: string): TextareaField => {
      const made = listBase(name)
      return {
        ...made,
        type: 'textarea',
        hooks: textValue(wordsOf(schema, name).label, cleanText),
        admin: { rows: 4, description: `${made.admin.description} 一行一条。` },
      }
    },
    whole: (name: string, width?: Width): NumberField => ({ ...base(name, width), type: 'number' }),
    choice: <V extends string>(
      name: string,
      values: readonly V[],
      labels: Record<V, string>,
    ): SelectField => ({
      ...base(name),
      type: 'select',
      options: values.map((value) => ({ value, label: labels[value] })),
    }),
    one: (name: string, relationTo: CollectionSlug): RelationshipField => ({
      ...base(name),
      type: 'relationship',
      relationTo,
      index: true,
      ...standingOnly(relationTo),
      hooks: namedRecord(wordsOf(schema, name).label),
    }),
    many: (name: string, relationTo: CollectionSlug): RelationshipField => ({
      ...listBase(name),
      type: 'relationship',
      relationTo,
      hasMany: true,
      ...standingOnly(relationTo),
      hooks: namedRecords(wordsOf(schema, name).label),
    }),
    photos: (name: string): UploadField => ({
      ...listBase(name),
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
      hooks: namedRecords(wordsOf(schema, name).label),
    }),
  }
}
