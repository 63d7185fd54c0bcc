'use client'
import { useState } from 'react'
import { preciseDate, shanghaiMoment } from '#domain/dates'
import { dateWords } from '#domain/dateWords'
import { readTypedDate, typedDateFault } from '#domain/typedDate'

type Props = {
  label: string
  /** What is entered, in the canonical form; empty where nothing is. */
  value: string
  /** The day that a time of day alone belongs to. */
  sameDay: string | undefined
  /** What 同上 stands for. */
  above: string | undefined
  disabled: boolean
  onEnter: (at: string) => void
  /** Told on leaving the cell whether what stands there could not be read. */
  onUnread?: (isUnread: boolean) => void
}

const SAME = ['同上', '"', '”', '〃']

/** A time in the grid, as people type it: entered when one leaves it, read out below while one types. */
export function TimeCell({ label, value, sameDay, above, disabled, onEnter, onUnread }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const around = { now: shanghaiMoment(Date.now()), ...(sameDay ? { sameDay } : {}) }
  const text = typed?.trim() ?? ''
  const read = above && SAME.includes(text) ? above : readTypedDate(text, around)
  const fault = text === '' || read !== null ? null : typedDateFault(text, around)

  const enter = () => {
    if (typed === null) return
    if (text === '' && value !== '') onEnter('')
    else if (read !== null && read !== value) onEnter(read)
    onUnread?.(fault !== null)
    if (fault === null) setTyped(null)
  }
  return (
    <span className="time-cell">
      <input
        aria-invalid={fault !== null}
        aria-label={label}
        autoComplete="off"
        disabled={disabled}
        onBlur={enter}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          enter()
        }}
        placeholder="11月20日 9点10分"
        type="text"
        value={typed ?? inWords(value)}
      />
      {text !== '' && (
        <span className={fault ? 'field-fault' : 'date-field__reading'} role={fault ? 'alert' : undefined}>
          {fault ?? (read && inWords(read) !== text ? `读作 ${inWords(read)}` : '')}
        </span>
      )}
    </span>
  )
}

const inWords = (value: string) => (preciseDate.safeParse(value).success ? dateWords(value) : value)
