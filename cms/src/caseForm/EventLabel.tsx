'use client'
import { useRowLabel } from '@payloadcms/ui'
import { preciseDate } from '#domain/dates'
import { dateWords } from '#domain/dateWords'
import { EVENT_KIND_LABELS } from '#domain/vocabulary'
import { useNames } from './useNames.ts'
import type { EnteredEvent } from './useTimeline.ts'

/** The closed line of an event: which, when, who, what. */
export function EventLabel() {
  const { data, rowNumber } = useRowLabel<EnteredEvent>()
  const departments = useNames('departments')
  const { kind, at, department, body, text } = data
  const when = at && preciseDate.safeParse(at).success ? dateWords(at) : at
  const who = department ? departments.get(String(department)) : body
  const parts = [kind ? EVENT_KIND_LABELS[kind] : '新的一条', when, who, shortened(text)].filter(Boolean)
  return <span>{`${(rowNumber ?? 0) + 1}. ${parts.join(' · ')}`}</span>
}

const shortened = (text: string | null | undefined) =>
  text && text.length > 20 ? `${text.slice(0, 20)}……` : text
