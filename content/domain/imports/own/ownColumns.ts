import { fieldsOf } from '../../field.ts'
import { TABLES, type TableName } from '../../records/snapshot.ts'
import { type FieldTarget, fieldTargets, SERIAL } from '../fieldTargets.ts'
import { isImportTable } from '../importTables.ts'

/** A column of a workbook that the newsroom made of one of its lists. */
export type OwnColumn = FieldTarget & {
  /** Locked in the workbook, and not read when it comes back. */
  isLocked: boolean
}

/** The column that tells on which saving of its record a row stands. */
export const VERSION = 'version'
export const TIMELINE = 'timeline'

/** What is told of a record, but not changed by a workbook. */
const ONLY_TOLD = ['sources', 'origin', 'publishedOn', 'changedOn']

/**
 * The columns of a list as a workbook: the key first, then everything that a workbook may change, then what is only told,
 * and last the saving on which the row stands. Of a table that does not come in from workbooks everything is only told.
 */
export function ownColumns(table: TableName, withPrivate: boolean): OwnColumn[] {
  const { schema, key } = TABLES[table]
  const told = fieldsOf(schema).map(({ name, ...words }) => ({ field: name, isPrivate: false, ...words }))
  const one = (field: string) => told.filter((each) => each.field === field).map(locked)
  if (!isImportTable(table))
    return [...one(key), ...told.filter(({ field }) => field !== key).map(locked), versionOf(table)]
  const open = fieldTargets(table).filter(
    ({ field, isPrivate }) =>
      field !== key && field !== SERIAL && !ONLY_TOLD.includes(field) && (withPrivate || !isPrivate),
  )
  return [
    ...one(key),
    ...open.filter(({ isPrivate }) => !isPrivate).map(unlocked),
    ...told.filter(({ field }) => field === TIMELINE).map(unlocked),
    ...open.filter(({ isPrivate }) => isPrivate).map(unlocked),
    ...ONLY_TOLD.flatMap(one),
    versionOf(table),
  ]
}

/** The head by which such a workbook is known, whatever its file and its sheets are called. */
export function versionHead(table: TableName): string {
  return `${TABLES[table].label}存于（不要改）`
}

function versionOf(table: TableName): OwnColumn {
  return { field: VERSION, title: versionHead(table), type: 'text', isPrivate: false, isLocked: true }
}

const locked = (target: FieldTarget): OwnColumn => ({ ...target, isLocked: true })
const unlocked = (target: FieldTarget): OwnColumn => ({ ...target, isLocked: false })
