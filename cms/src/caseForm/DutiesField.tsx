'use client'
import { SelectInput, useField, useFormFields } from '@payloadcms/ui'
import type { RelationshipFieldClient } from 'payload'
import { useEffect, useState } from 'react'
import { askNewsroom } from '../components/askNewsroom.ts'
import { FieldFault } from '../form/FieldFault.tsx'
import type { DutyChoice } from './dutyChoices.ts'
import { idOf } from './useNames.ts'

type Id = number | string
type Props = { path: string; field: RelationshipFieldClient; readOnly?: boolean }

/** How long after the last key the duties are looked for, milliseconds. */
const PAUSE = 250

const INVENTED = '找到的是演示数据里的权责事项，真实的事项不能用：请先在权责清单里录入真实的'

/** The duties of a case, found by the words that people say as on the site: 墙皮掉了, 井盖, qiangpi. */
export function DutiesField({ path, field, readOnly }: Props) {
  const { value, setValue, disabled } = useField<Id[] | null>({ path })
  const [typed, setTyped] = useState('')
  const all = useChoices('')
  const found = useChoices(typed.trim())
  const origin = useFormFields(([fields]) => fields.origin?.value)
  const chosen = (value ?? []).map(String)
  const names = new Map(all.map((duty) => [String(duty.id), duty.title]))
  // What is invented is named by invented records alone.
  const isOffered = (duty: DutyChoice) => duty.origin !== 'sample' || !origin || origin === 'sample'
  const offered = found.filter((duty) => isOffered(duty) && !chosen.includes(String(duty.id)))
  const options = [
    ...offered.map(({ id, title, lead }) => ({
      value: String(id),
      label: lead ? `${title}（${lead}）` : title,
    })),
    ...chosen.map((id) => ({ value: id, label: names.get(id) ?? '……' })),
  ]
  const isInvented = typed !== '' && offered.length === 0 && found.some((duty) => !isOffered(duty))
  return (
    <SelectInput
      AfterInput={isInvented ? <p className="field-fault">{INVENTED}</p> : undefined}
      Error={<FieldFault path={path} />}
      description={field.admin?.description as string}
      // The newsroom has found what fits: no title needs to hold what was typed.
      filterOption={() => true}
      hasMany
      label={field.label as string}
      name={field.name}
      onChange={(picked) => setValue(listed(picked).map(({ value: id }) => idOf(String(id))))}
      onInputChange={setTyped}
      options={options}
      path={path}
      placeholder="写老百姓的说法也找得到，例如 墙皮掉了、井盖"
      readOnly={readOnly === true || disabled}
      value={chosen}
    />
  )
}

const listed = <T,>(picked: T | T[] | null | undefined): T[] =>
  Array.isArray(picked) ? picked : picked ? [picked] : []

/** What the newsroom finds for these words; the last answer stands until the next one comes. */
function useChoices(words: string): readonly DutyChoice[] {
  const [found, setFound] = useState<readonly DutyChoice[]>([])
  useEffect(() => {
    const asking = new AbortController()
    const look = async () => {
      const address = `/api/duty-choices?words=${encodeURIComponent(words)}`
      const answer = await askNewsroom<{ duties: DutyChoice[] }>('GET', address, {
        lost: '',
        signal: asking.signal,
      }).catch(() => null)
      if (answer && !asking.signal.aborted) setFound(answer.duties)
    }
    const timer = setTimeout(() => void look(), words === '' ? 0 : PAUSE)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [words])
  return found
}
