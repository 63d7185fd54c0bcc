'use client'
import { useAllFormFields, useForm } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { placeFor, positionOf, roundStart } from '#domain/records/eventPlace'
import type { EventKind } from '#domain/vocabulary'

type Id = number | string
/** An event as the form holds it. */
export type EnteredEvent = {
  kind?: EventKind
  at?: string
  /** Null in what was saved without one. */
  department?: Id | null
  body?: string | null
  text?: string | null
}
type NewEvent = EnteredEvent & { kind: EventKind }

const PATH = 'timeline'

/** The timeline in the open form, and how the grid writes into it: each event at the place that its time gives it. */
export function useTimeline() {
  const [fields, dispatch] = useAllFormFields()
  const { addFieldRow, moveFieldRow, removeFieldRow, setModified } = useForm()
  const events = eventsIn(fields)

  /** Writes when a department did something in the current round; an empty time takes the event out. */
  const setTime = (event: NewEvent, at: string) => {
    const position =
      event.kind === 'whistle' ? whistleIn(events) : positionOf(events, event.kind, event.department)
    if (position >= 0 && at === '') return removeFieldRow({ path: PATH, rowIndex: position })
    if (at === '') return
    if (position < 0) return add({ ...event, at })
    dispatch({ type: 'UPDATE', path: `${PATH}.${position}.at`, value: at })
    setModified(true)
    if (event.kind === 'whistle') return
    const others = events.toSpliced(position, 1)
    const place = placeFor(others, at)
    if (place !== position) moveFieldRow({ path: PATH, moveFromIndex: position, moveToIndex: place })
  }

  const add = (event: NewEvent) => {
    const rowIndex = event.kind === 'whistle' ? 0 : event.at ? placeFor(events, event.at) : events.length
    addFieldRow({ path: PATH, schemaPath: `cases.${PATH}`, rowIndex, subFieldState: stateOf(event) })
  }

  return { events, start: roundStart(events), setTime, add }
}

const whistleIn = (events: readonly EnteredEvent[]) => (events[0]?.kind === 'whistle' ? 0 : -1)

/** The events of a form, in order. */
export function eventsIn(fields: FormState): EnteredEvent[] {
  const rows = fields[PATH]?.rows?.length ?? 0
  const value = (row: number, name: string) => (fields[`${PATH}.${row}.${name}`]?.value as never) ?? undefined
  return Array.from({ length: rows }, (_, row) => ({
    kind: value(row, 'kind'),
    at: value(row, 'at'),
    department: value(row, 'department'),
    body: value(row, 'body'),
    text: value(row, 'text'),
  }))
}

function stateOf(event: NewEvent): FormState {
  return Object.fromEntries(
    Object.entries(event).map(([name, value]) => [
      name,
      { value, initialValue: value, valid: true, passesCondition: true },
    ]),
  )
}
