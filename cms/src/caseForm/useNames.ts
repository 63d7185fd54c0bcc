'use client'
import { useEffect, useState } from 'react'

type Id = number | string
type Named = { id: Id; name: string; parent?: Id | null }
type List = 'departments' | 'areas'

/** One reading for all the components of a page. */
const readings = new Map<List, Promise<Named[]>>()
/** How many records one answer holds at most. */
const PAGE = 500

async function read(list: List): Promise<Named[]> {
  const all: Named[] = []
  for (let page = 1; ; page++) {
    const query = `depth=0&draft=true&sort=name&limit=${PAGE}&page=${page}&select[name]=true${list === 'areas' ? '&select[parent]=true' : ''}`
    const answer = await fetch(`/api/${list}?${query}`, { credentials: 'include' })
    if (!answer.ok) throw new Error(`${list} answered ${answer.status}`)
    const { docs, hasNextPage } = (await answer.json()) as { docs: Named[]; hasNextPage: boolean }
    all.push(...docs)
    if (!hasNextPage) return all
  }
}

/** An id as the database has it: a number, or a text. */
export const idOf = (key: string): Id => (/^\d{1,15}$/.test(key) ? Number(key) : key)

/** Names by id; of places with the name of the place above, since many are called alike. */
function namesOf(all: readonly Named[]): ReadonlyMap<string, string> {
  const own = new Map(all.map(({ id, name }) => [String(id), name]))
  return new Map(
    all.map(({ id, name, parent }) => {
      const above = parent ? own.get(String(parent)) : undefined
      return [String(id), above ? `${name}（${above}）` : name]
    }),
  )
}

/** The names of all departments or areas, by id; empty until they are read. */
export function useNames(list: List): ReadonlyMap<string, string> {
  const [names, setNames] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    let gone = false
    const reading = readings.get(list) ?? read(list)
    readings.set(list, reading)
    reading
      .then((all) => {
        if (!gone) setNames(namesOf(all))
      })
      .catch(() => readings.delete(list))
    return () => {
      gone = true
    }
  }, [list])
  return names
}
