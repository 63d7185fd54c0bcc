'use client'
import { useFormFields } from '@payloadcms/ui'
import { useEffect, useMemo, useState } from 'react'

type Id = number | string
type Named = { id: Id; name: string; parent?: Id | null; replacedBy?: Id | null; origin?: string }
type List = 'departments' | 'areas'

/** One reading for all the components of a page. */
const readings = new Map<List, Promise<Named[]>>()
/** How many records one answer holds at most. */
const PAGE = 500

async function read(list: List): Promise<Named[]> {
  const all: Named[] = []
  for (let page = 1; ; page++) {
    const query = `depth=0&draft=true&sort=name&limit=${PAGE}&page=${page}&select[name]=true&select[replacedBy]=true&select[origin]=true${list === 'areas' ? '&select[parent]=true' : ''}`
    const answer = await fetch(`/api/${list}?${query}`, { credentials: 'include' })
    if (!answer.ok) throw new Error(`${list} answered ${answer.status}`)
    const { docs, hasNextPage } = (await answer.json()) as { docs: Named[]; hasNextPage: boolean }
    all.push(...docs)
    if (!hasNextPage) return all
  }
}

/** An id as the database has it: a number, or a text. */
export const idOf = (key: string): Id => (/^\d{1,15}$/.test(key) ? Number(key) : key)

/** Names by id; of places with all the places above, from the top down, since many are called alike. */
function namesOf(all: readonly Named[]): ReadonlyMap<string, string> {
  const byId = new Map(all.map((each) => [String(each.id), each]))
  const wayTo = ({ name, parent }: Named, below: readonly Named[]): string => {
    const above = parent ? byId.get(String(parent)) : undefined
    return above && !below.includes(above) ? `${wayTo(above, [...below, above])} › ${name}` : name
  }
  return new Map(all.map((each) => [String(each.id), wayTo(each, [each])]))
}

function useAll(list: List): readonly Named[] {
  const [all, setAll] = useState<readonly Named[]>([])
  useEffect(() => {
    let gone = false
    const reading = readings.get(list) ?? read(list)
    readings.set(list, reading)
    reading
      .then((read) => {
        if (!gone) setAll(read)
      })
      .catch(() => readings.delete(list))
    return () => {
      gone = true
    }
  }, [list])
  return all
}

/** The names of all departments or areas, by id; empty until they are read. */
export function useNames(list: List): ReadonlyMap<string, string> {
  const all = useAll(list)
  return useMemo(() => namesOf(all), [all])
}

/**
 * Those of the names that a form offers: what was merged into another one is chosen no more, and what is invented is
 * offered to invented records alone, since no other may name it.
 */
export function useOffered(list: List): ReadonlyMap<string, string> {
  const all = useAll(list)
  const names = useNames(list)
  const origin = useFormFields(([fields]) => fields.origin?.value)
  const isReal = Boolean(origin) && origin !== 'sample'
  return useMemo(() => {
    const left = all.filter(({ replacedBy, origin }) => replacedBy || (origin === 'sample' && isReal))
    const closed = new Set(left.map(({ id }) => String(id)))
    return new Map([...names].filter(([id]) => !closed.has(id)))
  }, [all, names, isReal])
}
