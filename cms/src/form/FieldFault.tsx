'use client'
import { FieldError } from '@payloadcms/ui'
import { datesInWords } from './datesInWords.ts'
import { useFaults } from './faultStore.ts'
import { useFormName } from './useFormName.ts'

/** What is wrong with a field, at the field, until it is changed. */
export function FieldFault({ path }: { path: string }) {
  const fault = useFaults(useFormName()).get(path)
  if (!fault) return <FieldError path={path} />
  return (
    <p className="field-fault" role="alert">
      {datesInWords(fault.message)}
    </p>
  )
}
