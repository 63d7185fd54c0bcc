import type {
  CheckboxField,
  CollectionSlug,
  NumberField,
  RelationshipField,
  SelectField,
  TextareaField,
  TextField,
  UploadField,
} from 'payload'
import type { z } from 'zod'
import { wordsOf } from './words.ts'

type Width = { width?: string }

/**
 * Makes Payload fields whose name, label, help and need come from a schema of the domain. Whether a record is complete
 * is judged at publication; a draft may lack anything but its key.
 */
export function fieldsFrom(schema: z.ZodObject) {
  const base = (name: string, given: Width = {}) => {
    const { label, description, optional } = wordsOf(schema, name)
    return { name, label, required: !optional, admin: { description, ...given } }
  }
  const listBase = (name: string) => ({ ...base(name), required: false })
  return {
    text: (name: string, width?: Width): TextField => ({ ...base(name, width), type: 'text' }),
    /** The public key: unique, and never changed after the first publication (a hook holds that). */
    key: (name: string): TextField => ({ ...base(name), type: 'text', unique: true, index: true }),
    area: (name: string, rows = 3): TextareaField => {
      const made = base(name)
      return { ...made, type: 'textarea', admin: { ...made.admin, rows } }
    },
    /** A list of texts, typed one a line. */
    lines: (name: string): TextareaField => {
      const made = listBase(name)
      return {
        ...made,
        type: 'textarea',
        admin: { rows: 4, description: `${made.admin.description} 一行一条。` },
      }
    },
    whole: (name: string, width?: Width): NumberField => ({ ...base(name, width), type: 'number' }),
    tick: (name: string): CheckboxField => ({
      ...base(name),
      type: 'checkbox',
      required: false,
      defaultValue: false,
    }),
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
    }),
    many: (name: string, relationTo: CollectionSlug): RelationshipField => ({
      ...listBase(name),
      type: 'relationship',
      relationTo,
      hasMany: true,
    }),
    photos: (name: string): UploadField => ({
      ...listBase(name),
      type: 'upload',
      relationTo: 'media',
      hasMany: true,
    }),
  }
}
