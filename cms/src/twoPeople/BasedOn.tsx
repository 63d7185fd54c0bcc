'use client'
import { useField, useFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
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
  const said = valid === false ? (errorMessage ?? '') : ''
  const [kept, setKept] = useState('')
  // The library forgets what was refused with the next state of the form, and the person has yet to choose.
  useEffect(() => {
    if (readOvertaken(said)) setKept(said)
  }, [said])
  const overtaken = readOvertaken(kept)
  // Once the form stands on the other's state, or was opened anew, there is nothing left to choose.
  const isOpen = overtaken !== null && typeof value === 'string' && value < overtaken.basedOn
  return isOpen ? (
    <ChooseTexts key={overtaken.basedOn} of={of} overtaken={overtaken} />
  ) : (
    <SomebodyElse basedOn={typeof value === 'string' ? value : null} of={of} />
  )
}

/** What the refusal of a save handed to the field; null where it is another message. */
function readOvertaken(message: string): Overtaken | null {
  try {
    return JSON.parse(message) as Overtaken
  } catch {
    return null
  }
}
