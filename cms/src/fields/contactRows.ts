import type { ArrayField, FieldHook, TextareaField } from 'payload'
import { departmentFields } from '#domain/records/department'
import { contactsFromText, type OfficeContact, officeContact } from '#domain/records/officeContact'
import { fieldsFrom } from './recordFields.ts'
import { wordsOf } from './words.ts'

const c = fieldsFrom(officeContact)
const words = wordsOf(departmentFields, 'contacts')

type Kept = {
  contacts?: { label?: string | null; number?: string | null; hours?: string | null }[] | null
  contact?: string | null
}

/** The rows of a department; where none were written yet, those that its one text of an earlier version tells. */
export function contactRowsOf({ contacts, contact }: Kept): NonNullable<Kept['contacts']> | OfficeContact[] {
  return contacts && contacts.length > 0 ? contacts : contactsFromText(contact ?? '')
}

const rowsOfText: FieldHook = ({ value, siblingData }) =>
  contactRowsOf({ contacts: value, contact: siblingData.contact })

/** How an office can be reached, a row each: an editor sees an earlier text as rows, and the next save keeps them. */
export const contactRows: ArrayField = {
  name: 'contacts',
  label: words.label,
  type: 'array',
  labels: { singular: '一种', plural: '联系方式' },
  admin: { description: words.description },
  hooks: { afterRead: [rowsOfText] },
  fields: [{ type: 'row', fields: [c.text('label'), c.text('number'), c.text('hours')] }],
}

/** A save that says something of the rows ends the text, also where it takes them away; any other leaves it. */
const untilRowsAreSaved: FieldHook = ({ value, req }) => (req.data && 'contacts' in req.data ? null : value)

/** What an earlier version kept as one text. Nobody writes it. */
export const contactText: TextareaField = {
  name: 'contact',
  label: '联系方式（从前的一段文字）',
  type: 'textarea',
  access: { create: () => false, update: () => false },
  admin: { hidden: true, readOnly: true },
  hooks: { beforeChange: [untilRowsAreSaved] },
}
