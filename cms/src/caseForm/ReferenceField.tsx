'use client'
import { FieldLabel, useField } from '@payloadcms/ui'
import { FieldFault } from '../form/FieldFault.tsx'

/** The number of a case: the newsroom gives it at the first save, and it can be changed until the case is public. */
export function ReferenceField({ path, readOnly }: { path: string; readOnly?: boolean }) {
  const { value, setValue, disabled } = useField<string>({ path })
  return (
    <div className="field-type text">
      <FieldLabel htmlFor="field-reference" label="编号" path={path} />
      <div className="field-type__wrap">
        <FieldFault path={path} />
        <input
          autoComplete="off"
          disabled={readOnly === true || disabled}
          id="field-reference"
          name={path}
          onChange={(event) => setValue(event.target.value)}
          placeholder="保存时自动编号"
          type="text"
          value={value ?? ''}
        />
      </div>
      <p className="field-description">不用填，第一次保存时自动给下一个号；首次公开以后不再改变。</p>
    </div>
  )
}
