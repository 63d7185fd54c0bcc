'use client'
import { useRowLabel } from '@payloadcms/ui'
import { EVENT_KIND_LABELS, type EventKind } from '#domain/vocabulary'

type Row = { kind?: EventKind; at?: string; body?: string }

/** The closed line of an event: which, when, who. */
export function EventLabel() {
  const { data, rowNumber } = useRowLabel<Row>()
  const parts = [data.kind ? EVENT_KIND_LABELS[data.kind] : '新事件', data.at, data.body].filter(Boolean)
  return <span>{`${(rowNumber ?? 0) + 1}. ${parts.join(' · ')}`}</span>
}
