import { isSame } from '../../records/snapshot.ts'
import type { PlannedEvent } from '../caseTimeline.ts'
import { fieldValue } from '../fieldValue.ts'
import type { OwnRecord, OwnState } from '../importWorld.ts'
import type { RowReading } from '../rowReading.ts'
import { isUntouched, ownCell, saidIn, valueAt } from './ownCell.ts'
import { type OwnColumn, TIMELINE } from './ownColumns.ts'
import { eventsOfCell } from './ownEvents.ts'
import type { OwnNames } from './ownNames.ts'

/** A cell that says something else than the workbook was made with. */
export type TouchedCell = {
  column: OwnColumn
  /** What the record said in it when the workbook was made, and what it says in the newsroom. */
  before: string | null
  now: string | null
  said: string
  /** What it says as a value of the field; undefined where it says nothing, or what cannot be read. */
  value: unknown
}

/** The cells of a row that somebody changed, each read as the field that its column is; faults are told. */
export function touchedCells(
  reading: RowReading,
  columns: readonly OwnColumn[],
  { now, made }: OwnRecord,
  names: OwnNames,
): TouchedCell[] {
  const base = made ?? now
  return (
    columns
      .filter(
        (column) =>
          !column.isLocked && !isUntouched(reading.cell(column.title), ownCell(column, base, names)),
      )
      .map((column) => ({
        column,
        before: made && textOf(column, made, names),
        now: textOf(column, now, names),
        said: saidIn(reading.cell(column.title)),
        value: valueIn(reading, column, base, names),
      }))
      // The same in other words: a name that was another then, a number with a mark in it.
      .filter(({ column, value }) => !isSame(nothing(value), nothing(standing(column, base))))
  )
}

function valueIn(reading: RowReading, column: OwnColumn, made: OwnState, names: OwnNames): unknown {
  const { title, field } = column
  const told = reading.reasons.length
  if (field === TIMELINE) {
    reading.place(field, title)
    if (!reading.isSound(title, field)) return undefined
    const before = (made.record[TIMELINE] ?? []) as PlannedEvent[]
    return eventsOfCell(reading, title, saidIn(reading.cell(title)), before, names)
  }
  const value = fieldValue(reading, { field, heads: [title] }, column)
  // Other people write 无 where they know nothing; here somebody typed it into one cell.
  return value === undefined &&
    reading.reasons.length === told &&
    column.type === 'text' &&
    !column.values &&
    !column.names
    ? saidIn(reading.cell(title)) || undefined
    : value
}

const standing = (column: OwnColumn, state: OwnState): unknown =>
  column.isPrivate ? state.hidden[column.field] : valueAt(state.record, column.field)

const textOf = (column: OwnColumn, state: OwnState, names: OwnNames): string | null => {
  const cell = ownCell(column, state, names)
  return cell === null ? null : String(cell)
}

/** Nothing, an empty text and an empty list are the same. */
function nothing(value: unknown): unknown {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value
}
