'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { statesLeft } from '#domain/records/derivedState'
import type { CaseState, EventKind, Origin } from '#domain/vocabulary'
import { useCalled } from './useCalled.ts'
import { eventsIn } from './useTimeline.ts'

/** The states that the events in the open form leave, the likeliest first. */
export function useStatesLeft(): CaseState[] {
  const [fields] = useAllFormFields()
  const { called } = useCalled()
  const timeline = eventsIn(fields).flatMap(({ kind, department }) =>
    kind
      ? [{ kind: kind as EventKind, department: department === undefined ? undefined : String(department) }]
      : [],
  )
  const origin = (fields.origin?.value ?? undefined) as Origin | undefined
  return statesLeft({ timeline, called: called.map(String), origin })
}
