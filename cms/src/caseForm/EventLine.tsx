'use client'
import { useField } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { dayOf } from '#domain/dates'
import { EVENT_KIND_LABELS, EVENT_KINDS, type EventKind } from '#domain/vocabulary'
import { GRID_KINDS } from './gridKinds.ts'
import { TimeCell } from './TimeCell.tsx'
import { idOf, useOffered } from './useNames.ts'
import { useTimeline } from './useTimeline.ts'

/** What the grid above has no place for. */
const KINDS = EVENT_KINDS.filter(
  (kind) => !['whistle', 'closure', ...GRID_KINDS].includes(kind),
) as EventKind[]

/** One more event in one line: what, when, who, and a sentence; it goes to its place in the timeline below. */
export function EventLine() {
  const { disabled } = useField<unknown>({ path: 'timeline' })
  const { events, add } = useTimeline()
  const departments = useOffered('departments')
  const [kind, setKind] = useState<EventKind>('progress')
  const [at, setAt] = useState('')
  const [who, setWho] = useState('')
  const [text, setText] = useState('')
  const [isUnread, setUnread] = useState(false)
  const line = useRef<HTMLFieldSetElement>(null)
  const list = useId()
  if (disabled) return null

  const enter = () => {
    // Nothing is entered without the time that somebody wrote: the cell says what is wrong with it.
    if (isUnread) return line.current?.querySelector('input')?.focus()
    const department = [...departments].find(([, name]) => name === who.trim())?.[0]
    const named = department === undefined ? { body: who.trim() } : { department: idOf(department) }
    add({
      kind,
      ...(at ? { at } : {}),
      ...(who.trim() ? named : {}),
      ...(text.trim() ? { text: text.trim() } : {}),
    })
    setAt('')
    setWho('')
    setText('')
  }
  const lastDay = dayOf(events.at(-1)?.at ?? '') ?? undefined
  return (
    <fieldset className="field-type event-line" ref={line}>
      <legend>再加一条</legend>
      <select aria-label="什么事" onChange={(event) => setKind(event.target.value as EventKind)} value={kind}>
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {EVENT_KIND_LABELS[each]}
          </option>
        ))}
      </select>
      <TimeCell
        above={undefined}
        disabled={false}
        label="这一条的时间"
        onEnter={setAt}
        onUnread={setUnread}
        sameDay={lastDay}
        value={at}
      />
      <input
        aria-label="谁"
        list={list}
        onChange={(event) => setWho(event.target.value)}
        placeholder="谁：部门、村社或机构"
        type="text"
        value={who}
      />
      <datalist id={list}>
        {[...departments].map(([id, name]) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <input
        aria-label="做了什么"
        className="event-line__text"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          enter()
        }}
        placeholder="做了什么，一两句话；按回车加上"
        type="text"
        value={text}
      />
      <button onClick={enter} type="button">
        加上
      </button>
    </fieldset>
  )
}
