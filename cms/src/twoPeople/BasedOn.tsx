'use client'
import { useField, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'
import { ChooseTexts } from './ChooseTexts.tsx'
import type { Overtaken } from './overtaken.ts'
import { SomebodyElse } from './SomebodyElse.tsx'

/**
 * Says with every save on which state the form was opened, tells when somebody else takes the record over or saves it,
 * and, where a save came second, lets the person choose between the two texts.
 */
export function BasedOn({ of, path }: { of: string; path: string }) {
  const updatedAt = useFormFields(([fields]) => fields.updatedAt?.value)
  const { value, setValue, errorMessage, valid } = useField<string>({ path })
  // After every drawing: a form that begins puts its first state over what was set in the same moment, and nothing that
  // could be waited for tells of it.
  useEffect(() => {
    if (typeof updatedAt === 'string' && updatedAt !== value) setValue(updatedAt, true)
  })
  const overtaken = valid === false ? readOvertaken(errorMessage) : null
  return overtaken ? (
    <ChooseTexts of={of} overtaken={overtaken} />
  ) : (
    <SomebodyElse basedOn={typeof value === 'string' ? value : null} of={of} />
  )
}

/** What the refusal of a save handed to the field; null where it is another message. */
function readOvertaken(message: string | undefined): Overtaken | null {
  try {
    return JSON.parse(message ?? '') as Overtaken
  } catch {
    return null
  }
}
