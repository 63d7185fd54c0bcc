import type { OfficialContact } from './certain/certainNumbers.ts'
import { findCertain, findPrivate, mayBeCertain, type PrivateSpan, type TextContext } from './privateSpans.ts'

/** Private words in a record: the field that holds them, such as `timeline.3.text`, and its text. */
export type PrivateField = { field: string; text: string; span: PrivateSpan }

/** The fields that name authors, bodies and places, and those of addresses in the web. */
const NAMES: readonly string[] = [
  ...['authors', 'publisher', 'name', 'shortName', 'fullName', 'formerNames', 'otherNames', 'hostName'],
  ...['address', 'publicAddress', 'errorReport', 'icpNumber', 'policeNumber', 'siteIdCode', 'officialCode'],
]

/** The settings that tell where people can turn. */
const TURN_TO: readonly string[] = ['complaints', 'whistleWhere', 'whistleNobody']

/** What is known of a field of a record by its path. */
export function contextOf(field: string): TextContext {
  const [name = ''] = field.split('.')
  return { official: officialContactAt(field), names: NAMES.includes(name) }
}

/** What an office gives out for everybody to use may stand in these fields, and nowhere else. */
function officialContactAt(field: string): OfficialContact {
  if (/^contacts\.\d+\.number$/.test(field)) return 'numbers'
  if (field === 'contact') return 'mail'
  return TURN_TO.includes(field) ? 'landline' : 'none'
}

/** The private words in everything that a record or a global would make public: texts, and numbers as they are written. */
export function privateFields(record: object): PrivateField[] {
  return fieldsOf(record, { find: findPrivate, mayFind: () => true })
}

/** Those about which there is no doubt. */
export function certainFields(record: object): PrivateField[] {
  return fieldsOf(record, { find: findCertain, mayFind: mayBeCertain })
}

/** How texts are looked at; where nothing may be found in one, nobody asks in which field it stands. */
type Look = {
  find: (text: string, context: TextContext) => PrivateSpan[]
  mayFind: (text: string) => boolean
}

function fieldsOf(record: object, by: Look): PrivateField[] {
  const found: PrivateField[] = []
  look(record, '', by, found)
  return found
}

function look(value: object, within: string, by: Look, found: PrivateField[]): void {
  for (const [name, inner] of Object.entries(value)) {
    const isText = typeof inner === 'string' || typeof inner === 'number'
    const text = isText ? String(inner) : ''
    if (isText ? !by.mayFind(text) : typeof inner !== 'object' || inner === null) continue
    const field = within === '' ? name : `${within}.${name}`
    if (!isText) look(inner, field, by, found)
    else for (const span of by.find(text, contextOf(field))) found.push({ field, text, span })
  }
}
