import { blockOf, referenceParts } from '../keys.ts'
import type { TableName } from '../records/snapshot.ts'

/** Public address of a record, relative to the root of the site; null where a record has no page of its own. */
export function addressOf(table: TableName, key: string): string | null {
  switch (table) {
    case 'cases':
      return `cases/${referenceParts(key).year}/${blockOf(key)}/${key}.html`
    case 'duties':
      return `duties/${key}.html`
    case 'reported-figures':
      return null
    case 'pages':
      return key === 'mechanism' ? 'mechanism.html' : `pages/${key}.html`
    default:
      return `${table}/${key}.html`
  }
}
