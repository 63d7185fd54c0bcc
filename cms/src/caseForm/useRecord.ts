'use client'
import { useEffect, useState } from 'react'

type Id = number | string
const readings = new Map<string, Promise<unknown>>()

async function read(address: string): Promise<unknown> {
  const answer = await fetch(address, { credentials: 'include' })
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`)
  return answer.json()
}

/** A record that the open form names; undefined while none is named or it is not read yet. */
export function useRecord<Kept>(list: 'duties' | 'areas', id: Id | undefined | null): Kept | undefined {
  const address = id === undefined || id === null ? undefined : `/api/${list}/${id}?depth=0&draft=true`
  const [found, setFound] = useState<{ address: string; record: Kept } | undefined>()
  useEffect(() => {
    if (address === undefined) return
    let gone = false
    const reading = readings.get(address) ?? read(address)
    readings.set(address, reading)
    reading
      .then((record) => {
        if (!gone) setFound({ address, record: record as Kept })
      })
      .catch(() => readings.delete(address))
    return () => {
      gone = true
    }
  }, [address])
  return found?.address === address ? found?.record : undefined
}
