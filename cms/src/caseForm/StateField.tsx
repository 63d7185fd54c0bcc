'use client'
import { FieldLabel, useField } from '@payloadcms/ui'
import { CASE_STATE_LABELS, type CaseState } from '#domain/vocabulary'
import { FieldFault } from '../form/FieldFault.tsx'
import { useStatesLeft } from './useStatesLeft.ts'

/** The state of a case: told from its events, and asked only where they leave more than one. */
export function StateField({ path, readOnly }: { path: string; readOnly?: boolean }) {
  const { value, setValue, disabled } = useField<CaseState | null>({ path })
  const left = useStatesLeft()
  const isLocked = readOnly === true || disabled
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
