'use client'
import { useAllFormFields, useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import type { FormState } from 'payload'
import { useEffect, useState } from 'react'
import { PrivateFinds } from '../components/PrivateFinds.tsx'
import { datesInWords } from './datesInWords.ts'
import { type Faults, keepFaults, stillAtFault, useFaults } from './faultStore.ts'
import { useOpenFinds } from './findStore.ts'
import { goToField } from './goToField.ts'
import { useDecide } from './useDecide.ts'
import { useFormName } from './useFormName.ts'

/** What a form's fields are called, and the tab that each stands in, by the first step of their paths. */
export type FormPlaces = Record<string, { label: string; tab?: string }>

/**
 * The list of everything that was refused, at the top of a form until each is changed; each line leads to its field.
 * What was refused can still be saved as a draft.
 */
export function FormFaults({ places }: { places: FormPlaces }) {
  const form = useFormName()
  const [fields] = useAllFormFields()
  const submitted = useFormSubmitted()
  const processing = useFormProcessing()
  const { setModified } = useForm()
  const faults = useFaults(form)
  const { keep, mask } = useDecide()

  useEffect(() => {
    if (processing) keepFaults(form, new Map())
  }, [form, processing])
  useEffect(() => {
    // The library takes a form whose save was refused for one without changes, and closes the way to a draft.
    if (submitted && !processing) setModified(true)
  }, [submitted, processing, setModified])
  useEffect(() => {
    if (processing) return
    const staying = stillAtFault(faults, (path) => fields[path]?.value)
    const fresh = submitted ? refusedIn(fields, places) : new Map()
    const isNew = [...fresh].some(([path, { message }]) => staying.get(path)?.message !== message)
    if (staying !== faults || isNew) keepFaults(form, new Map([...staying, ...fresh]))
  }, [fields, faults, form, places, processing, submitted])

  const found = useOpenFinds(form)
  const isPrivate = (path: string) => found.some(({ find }) => find.path === path)
  const finds = useWasRefused(faults.size > 0, processing) ? found : []
  const rest = [...faults].filter(([path]) => !isPrivate(path))
  if (finds.length + rest.length === 0) return null
  return (
    <section aria-label="要改的地方" className="form-faults" role="alert">
      <h3>没有发布：有{finds.length + rest.length}处要改。可以先保存草稿，改好再发布</h3>
      {finds.length > 0 && (
        <>
          <h4>隐私（公开前必须改）</h4>
          <PrivateFinds finds={finds} keep={keep} mask={mask} />
          {rest.length > 0 && <h4>其他要改的</h4>}
        </>
      )}
      <ol>
        {rest.map(([path, { message }]) => (
          <li key={path}>
            <button onClick={() => goToField(path, placeOf(places, path)?.tab)} type="button">
              {datesInWords(named(message, placeOf(places, path)?.label))}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/**
 * Whether the last save was refused, for whatever reason: then all private words that are found stand in the list until
 * each is decided, also those that the next save would be refused for.
 */
function useWasRefused(hasFaults: boolean, processing: boolean): boolean {
  const [wasRefused, setWasRefused] = useState(false)
  useEffect(() => {
    if (processing) setWasRefused(false)
    else if (hasFaults) setWasRefused(true)
  }, [hasFaults, processing])
  return wasRefused
}

const placeOf = (places: FormPlaces, path: string) => places[path.split('.')[0] ?? '']

const named = (message: string, label: string | undefined) =>
  label === undefined || message.includes(label) ? message : `${label}：${message}`

/** What was refused of the fields that somebody fills in. */
function refusedIn(fields: FormState, places: FormPlaces): Faults {
  return new Map(
    Object.entries(fields)
      .filter(([path, { valid, errorMessage }]) => valid === false && errorMessage && placeOf(places, path))
      .map(([path, { value, errorMessage }]) => [path, { value, message: String(errorMessage) }]),
  )
}
