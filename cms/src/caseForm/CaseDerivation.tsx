'use client'
import {
  useField,
  useForm,
  useFormFields,
  useFormInitializing,
  useFormModified,
  useOperation,
} from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { stateToEnter } from '#domain/records/derivedState'
import type { CaseState, Urgency } from '#domain/vocabulary'
import { useRecord } from './useRecord.ts'
import { useStatesLeft } from './useStatesLeft.ts'

type Id = number | string
type Duty = { lead?: Id; arrivalHours?: Partial<Record<Urgency, number>>; handlingDays?: number }
type Area = { name?: string; level?: string; parent?: Id }

/**
 * Fills in what other records already say: limits and the lead department from the duty, the closing community from the
 * area. Only where somebody has just chosen the duty, the area or the state; and what was written over it stays.
 */
export function CaseDerivation() {
  const duties = useChosen<Id[]>('duties')
  const urgency = useChosen<Urgency>('urgency')
  const place = useChosen<Id>('area')
  const status = useChosen<CaseState>('status')
  const duty = useRecord<Duty>('duties', duties.value?.[0])
  const area = useRecord<Area>('areas', place.value)
  const above = useRecord<Area>('areas', area?.level === 'compound' ? area.parent : undefined)
  const community = area?.level === 'compound' ? above?.name : area?.name
  const isClosed = status.value === 'closed'
  const limit = duty && urgency.value ? duty.arrivalHours?.[urgency.value] : undefined

  useFollowed('arrivalHours', limit, duties.isNew || urgency.isNew)
  useFollowed('handlingDays', duty?.handlingDays, duties.isNew)
  useFollowed('lead', duty?.lead, duties.isNew)
  useFollowed('closedBy', isClosed ? community : null, place.isNew || status.isNew)
  useFollowedState()
  return null
}

/** Enters the state that the events decide, once they are changed. */
function useFollowedState(): void {
  const isCreated = useOperation() === 'create'
  const isReady = !useFormInitializing()
  const isModified = useFormModified()
  const { value, setValue } = useField<CaseState | null>({ path: 'status' })
  const left = useStatesLeft().join()
  const wasLeft = useRef<CaseState[]>([])
  useEffect(() => {
    if (!isReady) return
    const now = left.split(',') as CaseState[]
    const entered = stateToEnter(value ?? undefined, now, wasLeft.current)
    wasLeft.current = now
    if (entered && entered !== value && (isCreated || isModified)) setValue(entered)
  }, [isCreated, isModified, isReady, left, setValue, value])
}

/** What a field holds, and whether it was chosen since the form was opened. */
function useChosen<Value>(path: string): { value: Value | undefined; isNew: boolean } {
  const isCreated = useOperation() === 'create'
  const field = useFormFields(([fields]) => fields[path])
  const value = (field?.value ?? undefined) as Value | undefined
  return { value, isNew: isCreated || String(value ?? '') !== String(field?.initialValue ?? '') }
}

/** Enters a derived value, or none (null), while the field is empty or still holds what was derived before. */
function useFollowed(path: string, derived: unknown, isNew: boolean): void {
  const { dispatchFields, setModified } = useForm()
  const entered = useFormFields(([fields]) => fields[path]?.value)
  const isReady = !useFormInitializing()
  const followed = useRef<unknown>(undefined)
  useEffect(() => {
    if (!isReady || !isNew || derived === undefined || derived === followed.current) return
    const isFree = isEmpty(entered) || entered === followed.current
    followed.current = derived
    if (!isFree || (isEmpty(entered) && derived === null) || entered === derived) return
    dispatchFields({ type: 'UPDATE', path, value: derived })
    setModified(true)
  }, [derived, dispatchFields, entered, isNew, isReady, path, setModified])
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === ''
