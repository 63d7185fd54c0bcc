import { isCountedAlike } from '#domain/figures/countedAlike'
import type { TableName } from '#domain/records/snapshot'
import type { Change } from '#domain/world/world'
import type { Context } from '../context.ts'

/** Tables whose records are counted, or named in what is printed. */
const COUNTED_TABLES: readonly TableName[] = [
  'cases',
  'notices',
  'areas',
  'departments',
  'duties',
  'reported-figures',
  'sources',
]

/** Whether a change may alter a number, or a name beside one. A case that counts as it did alters none. */
export function mayCountOtherwise(change: Change, context: Context): boolean {
  if (change.table === 'cases') return !isCountedAlike(change.before, change.after, context)
  return COUNTED_TABLES.includes(change.table)
}
