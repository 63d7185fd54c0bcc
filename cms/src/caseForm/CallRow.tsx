'use client'
import { dayOf } from '#domain/dates'
import { EVENT_KIND_LABELS, type EventKind } from '#domain/vocabulary'
import { GRID_KINDS } from './gridKinds.ts'
import { TimeCell } from './TimeCell.tsx'

type Id = number | string
type Props = {
  department: Id
  name: string
  /** The department of the row above. */
  above: Id | undefined
  isLead: boolean
  isLocked: boolean
  /** The day of the whistle. */
  sameDay: string | undefined
  timeOf: (kind: EventKind, department: Id) => string
  setTime: (kind: EventKind, at: string) => void
  onLead: () => void
  onRemove: () => void
}

/** One department of the grid. A time of day alone belongs to the day of the cell before it. */
export function CallRow({
  department,
  name,
  above,
  isLead,
  isLocked,
  sameDay,
  timeOf,
  setTime,
  onLead,
  onRemove,
}: Props) {
  const isUsed = GRID_KINDS.some((kind) => timeOf(kind, department) !== '')
  const dayBefore = (column: number) =>
    GRID_KINDS.slice(0, column)
      .map((kind) => dayOf(timeOf(kind, department)))
      .findLast((day) => day !== null) ?? sameDay
  return (
    <tr>
      <th scope="row">
        {name}
        {!isLocked && !isUsed && (
          <button aria-label={`不叫${name}`} onClick={onRemove} title={`不叫${name}`} type="button">
            ×
          </button>
        )}
      </th>
      {GRID_KINDS.map((kind, column) => (
        <td data-label={EVENT_KIND_LABELS[kind]} key={kind}>
          <TimeCell
            above={above === undefined ? undefined : timeOf(kind, above) || undefined}
            disabled={isLocked}
            label={`${name}${EVENT_KIND_LABELS[kind]}的时间`}
            onEnter={(at) => setTime(kind, at)}
            sameDay={dayBefore(column)}
            value={timeOf(kind, department)}
          />
        </td>
      ))}
      <td data-label="牵头">
        <input
          aria-label={`${name}牵头`}
          checked={isLead}
          disabled={isLocked}
          name="lead-department"
          onChange={onLead}
          type="radio"
        />
      </td>
    </tr>
  )
}
