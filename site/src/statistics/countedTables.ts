import { isCountedAlike } from '#domain/figures/countedAlike'
import type { TableName } from '#domain/records/snapshot'
import type { Change } from '#domain/world/world'
import { isCalledOtherwise } from '../calledOtherwise.ts'
import type { Context } from '../context.ts'

/** Tables whose records are counted, or named in what is printed. */
const COUNTED_TABLES: readonly TableName[] = [
  'cases',
  'notices',
  'areas',
  'duties',
  'reported-figures',
  'sources',
]

/**
 * Whether a change may alter a number, or a name beside one. A case that counts as it did alters none, nor does a
 * department that keeps its name.
 */
export function mayCountOtherwise(change: Change, context: Context): boolean {
  if (change.table === 'departments') return isCalledOtherwise(change, 'name')
  if (change.table === 'cases') return !isCountedAlike(change.before, change.after, context)
  return COUNTED_TABLES.includes(change.table)
}
