'use client'
import { useFormFields } from '@payloadcms/ui'
import type { Deed } from '#domain/vocabulary'
import { deedWords } from './deedWords.ts'

/** What somebody did, in the sheet of one row of the history. */
export function DeedField() {
  const deed = useFormFields(([fields]) => fields.deed?.value) as Deed | undefined
  const kind = useFormFields(([fields]) => fields.kind?.value) as string | null | undefined
  if (!deed) return null
  return (
    <div className="field-type">
      <div className="field-label">做了什么</div>
      <p>{deedWords(deed, kind)}</p>
    </div>
  )
}
