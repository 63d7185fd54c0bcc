'use client'
import { SelectInput, useField } from '@payloadcms/ui'
import type { RelationshipFieldClient } from 'payload'
import { FieldFault } from '../form/FieldFault.tsx'
import { idOf, useNames, useOffered } from './useNames.ts'

type Props = { path: string; field: RelationshipFieldClient; readOnly?: boolean }

/** The place of a case, chosen with the places above it in sight: 南昌高新区 › 昌东镇. */
export function AreaField({ path, field, readOnly }: Props) {
  const { value, setValue, disabled } = useField<number | string | null>({ path })
  const names = useNames('areas')
  const offered = useOffered('areas')
  const chosen = value === null || value === undefined || value === '' ? '' : String(value)
  const options = [...offered].map(([id, name]) => ({ value: id, label: name }))
  options.sort((a, b) => a.label.localeCompare(b.label, 'zh'))
  // A place that was merged since, or is not read yet, is shown as what it is.
  if (chosen && !offered.has(chosen)) options.push({ value: chosen, label: names.get(chosen) ?? '……' })
  return (
    <SelectInput
      className="area-field"
      Error={<FieldFault path={path} />}
      description={field.admin?.description as string}
      label={field.label as string}
      name={field.name}
      onChange={(picked) => setValue(picked && !Array.isArray(picked) ? idOf(String(picked.value)) : null)}
      options={options}
      path={path}
      placeholder="写名称里的几个字来找"
      readOnly={readOnly === true || disabled}
      style={{ flex: '1 1 100%' }}
      value={chosen}
    />
  )
}
