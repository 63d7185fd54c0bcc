'use client'
import { useField, useFormInitializing, useOperation } from '@payloadcms/ui'
import { useEffect } from 'react'
import type { Origin } from '#domain/vocabulary'

/** A new record that somebody types in is 登记, unless they say otherwise. Scripts always say it themselves. */
export function NewRecord() {
  const isNew = useOperation() === 'create'
  const isReady = !useFormInitializing()
  const { value, setValue } = useField<Origin | undefined>({ path: 'origin' })
  useEffect(() => {
    if (isNew && isReady && !value) setValue('record', true)
  }, [isNew, isReady, setValue, value])
  return null
}
