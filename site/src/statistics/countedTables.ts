import type { TableName } from '#domain/records/snapshot'

/** Tables whose records are counted, or named in what is printed. */
export const COUNTED_TABLES: readonly TableName[] = [
  'cases',
  'notices',
  'areas',
  'departments',
  'duties',
  'reported-figures',
  'sources',
]
