'use client'
import { FieldLabel, useAllFormFields, useField } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { statesLeft, stateToEnter } from '#domain/records/derivedState'
import type { Event } from '#domain/records/timeline'
import { CASE_STATE_LABELS, type CaseState, type Origin } from '#domain/vocabulary'
import { FieldFault } from '../form/FieldFault.tsx'
import { useCalled } from './useCalled.ts'
import { eventsIn } from './useTimeline.ts'

/** The state of a case: told from its events, and asked only where they leave more than one. */
export function StateField({ path, readOnly }: { path: string; readOnly?: boolean }) {
  const { value, setValue, disabled } = useField<CaseState | null>({ path })
  const [fields] = useAllFormFields()
  const { called } = useCalled()
  const timeline = eventsIn(fields).flatMap(({ kind, department }) =>
    kind ? [{ kind, department: department === undefined ? undefined : String(department) } as Event] : [],
  )
  const origin = (fields.origin?.value ?? undefined) as Origin | undefined
  const left = statesLeft({ timeline, called: called.map(String), origin })
  const leftWords = left.join()
  const wasLeft = useRef<CaseState[]>([])
  const isLocked = readOnly === true || disabled || fields.timeline === undefined

  useEffect(() => {
    if (isLocked) return
    const now = leftWords.split(',') as CaseState[]
    const entered = stateToEnter(value ?? undefined, now, wasLeft.current)
    wasLeft.current = now
    if (entered && entered !== value) setValue(entered)
  }, [isLocked, leftWords, setValue, value])

  const choices = value && !left.includes(value) ? [value, ...left] : left
  return (
    <div className="field-type" id="field-status">
      <FieldLabel label="状态" path={path} />
      <FieldFault path={path} />
      {choices.length === 1 ? (
        <p>
          <strong>{CASE_STATE_LABELS[choices[0] as CaseState]}</strong>（由经过得出）
        </p>
      ) : (
        <fieldset className="state-field">
          <legend>经过定不下来，请选一个</legend>
          {choices.map((state) => (
            <label key={state}>
              <input
                checked={value === state}
                disabled={isLocked}
                name={path}
                onChange={() => setValue(state)}
                type="radio"
                value={state}
              />
              {CASE_STATE_LABELS[state]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  )
}
