'use client'
import { useDocumentEvents, useField } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { PHOTO_STAGE_LABELS, type PhotoStage } from '#domain/vocabulary'

type Told = { id: number | string; alt: string; stage: PhotoStage }

/** Below the photos of a case: what each says to those who do not see it, and when it was taken, 办前 or 办后. */
export function PhotoTexts() {
  const { value } = useField<(number | string)[] | null>({ path: 'photos' })
  const { mostRecentUpdate } = useDocumentEvents()
  const [told, setTold] = useState<ReadonlyMap<string, Told>>(new Map())
  const ids = (value ?? []).map(String)
  const asked = ids.join(',')
  // A photo is edited in a drawer of the same page.
  const edited = mostRecentUpdate?.updatedAt
  useEffect(() => {
    if (asked === '') return
    const asking = new AbortController()
    const query = `where[id][in]=${asked}&limit=100&depth=0&select[alt]=true&select[stage]=true&after=${edited ?? ''}`
    fetch(`/api/media?${query}`, { credentials: 'include', signal: asking.signal })
      .then(async (answer) => {
        const { docs } = (await answer.json()) as { docs: Told[] }
        setTold(new Map(docs.map((each) => [String(each.id), each])))
      })
      .catch(() => {})
    return () => asking.abort()
  }, [asked, edited])
  if (ids.length === 0) return null
  return (
    <ol aria-label="照片的替代文字" className="photo-texts">
      {ids.map((id) => {
        const photo = told.get(id)
        return <li key={id}>{photo ? `${PHOTO_STAGE_LABELS[photo.stage]}：${photo.alt}` : '……'}</li>
      })}
    </ol>
  )
}
