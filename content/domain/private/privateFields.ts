import { findPrivate, type OfficialContact, type PrivateMark } from './privateMarks.ts'

/** A private number in a record: the field that holds it, such as `timeline.3.text`. */
export type PrivateField = { field: string; mark: PrivateMark }

/** What an office gives out for everybody to use may stand in these fields, and nowhere else. */
export function officialContactAt(field: string): OfficialContact {
  if (/^contacts\.\d+\.number$/.test(field)) return 'numbers'
  return field === 'contact' ? 'mail' : 'none'
}

/** The private numbers in everything that a record or a global would make public: texts, and numbers as they are written. */
export function privateFields(record: object): PrivateField[] {
  const found: PrivateField[] = []
  look(record, '', found)
  return found
}

function look(value: unknown, field: string, found: PrivateField[]): void {
  if (value && typeof value === 'object') {
    for (const [name, inner] of Object.entries(value))
      look(inner, field === '' ? name : `${field}.${name}`, found)
    return
  }
  if (typeof value !== 'string' && typeof value !== 'number') return
  const mark = findPrivate(String(value), officialContactAt(field))
  if (mark) found.push({ field, mark })
}
