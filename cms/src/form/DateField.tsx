'use client'
import { FieldDescription, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { TextFieldClient } from 'payload'
import { useEffect, useId, useRef, useState } from 'react'
import { dayOf, preciseDate, shanghaiMoment } from '#domain/dates'
import { dateWords } from '#domain/dateWords'
import { type Around, readTypedDate, typedDateFault } from '#domain/typedDate'
import { FieldFault } from './FieldFault.tsx'

type Props = { path: string; field: TextFieldClient; readOnly?: boolean; dayOnly: boolean; ahead: boolean }

/** A date as secretaries type it. How it is read stands below at once; a day can be picked too. */
export function DateField({ path, field, readOnly, dayOnly, ahead }: Props) {
  const { value, setValue, disabled } = useField<string>({ path })
  const before = useFormFields(([fields]) => fields[pathBefore(path)]?.value)
  const around = (): Around => ({ now: shanghaiMoment(Date.now()), ahead, ...sameDay(before) })
  const [typed, setTyped] = useState(shown(value))
  const own = useRef(value)
  useEffect(() => {
    if (value === own.current) return
    own.current = value
    setTyped(shown(value))
  }, [value])

  const type = (text: string) => {
    setTyped(text)
    own.current = readTypedDate(text, around()) ?? text
    setValue(own.current)
  }
  const isLocked = readOnly || disabled
  const isKnown = typeof value === 'string' && preciseDate.safeParse(value).success
  return (
    <div className="field-type text date-field">
      <FieldLabel htmlFor={idOf(path)} label={field.label} path={path} required={field.required} />
      <div className="field-type__wrap">
        <FieldFault path={path} />
        <div className="date-field__line">
          <input
            autoComplete="off"
            disabled={isLocked}
            id={idOf(path)}
            onBlur={() => isKnown && setTyped(shown(value))}
            onChange={(event) => type(event.target.value)}
            placeholder={dayOnly ? '11月20日' : '11月20日 9点10分'}
            type="text"
            value={typed}
          />
          {!isLocked && <DayPicker onPick={(day) => type(withTimeOf(typed, day))} value={value} />}
        </div>
      </div>
      <Reading
        dayOnly={dayOnly}
        fault={typed === '' ? null : typedDateFault(typed, around())}
        typed={typed}
        value={value}
      />
      {typed === '' && <FieldDescription description={field.admin?.description} path={path} />}
    </div>
  )
}

/** Says how a text that was typed is read, or why it cannot be. */
function Reading({
  typed,
  value,
  fault,
  dayOnly,
}: {
  typed: string
  value: string
  fault: string | null
  dayOnly: boolean
}) {
  if (typed === '') return null
  if (fault) return <p className="field-fault">{fault}</p>
  if (dayOnly && dayOf(value) !== value) return <p className="field-fault">要写到日，例如 11月30日</p>
  return typed === shown(value) ? null : <p className="date-field__reading">读作 {shown(value)}</p>
}

/** The browser's own calendar behind a button. */
function DayPicker({ value, onPick }: { value: unknown; onPick: (day: string) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  return (
    <>
      <button
        aria-controls={id}
        className="date-field__button"
        onClick={() => input.current?.showPicker()}
        type="button"
      >
        选日期
      </button>
      <input
        aria-hidden="true"
        className="date-field__picker"
        id={id}
        lang="zh-CN"
        onChange={(event) => event.target.value && onPick(event.target.value)}
        ref={input}
        tabIndex={-1}
        type="date"
        value={typeof value === 'string' ? (dayOf(value) ?? '') : ''}
      />
    </>
  )
}

const idOf = (path: string) => `field-${path.replaceAll('.', '__')}`

/** A date in words; what is no date of ours stays as it was typed. */
const shown = (value: unknown): string => {
  if (typeof value !== 'string') return ''
  return preciseDate.safeParse(value).success ? dateWords(value) : value
}

/** The same field of the row before in a list. */
const pathBefore = (path: string) =>
  path.replace(/\.(\d+)\.(\w+)$/, (_, row, name) => `.${Number(row) - 1}.${name}`)

function sameDay(before: unknown): Pick<Around, 'sameDay'> {
  const day = typeof before === 'string' ? dayOf(before) : null
  return day ? { sameDay: day } : {}
}

/** A picked day with the time of day that was there. */
const withTimeOf = (typed: string, day: string) => {
  const time = /\d{1,2}:\d{2}$/.exec(typed)?.[0]
  return time ? `${day} ${time}` : day
}
