'use client'
import { useConfig, useDocumentInfo, useForm, useFormInitializing } from '@payloadcms/ui'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** What a new case takes over from another: what kind of matter, where and who. Never its key, times, texts of people or photos. */
const TAKEN_OVER = [
  'title',
  'kind',
  'urgency',
  'origin',
  'area',
  'place',
  'duties',
  'description',
  'lead',
  'departments',
  'arrivalHours',
  'handlingDays',
] as const
const LIKE = 'like'

/** 像这件一样新建: a link on a saved case, and what fills in the new form that it leads to. */
export function LikeThis() {
  const { id, isTrashed } = useDocumentInfo()
  const { config } = useConfig()
  const like = useSearchParams().get(LIKE)
  useFilledIn(id === undefined ? like : null)
  if (id === undefined) return like ? <p>照另一件填好了种类、地方和部门：标题和情况请改成这一件的。</p> : null
  if (isTrashed) return null
  return (
    <div className="field-type">
      <a href={`${config.routes.admin}/collections/cases/create?${LIKE}=${id}`}>像这件一样新建</a>
    </div>
  )
}

function useFilledIn(like: string | null): void {
  const { dispatchFields, setModified } = useForm()
  const isReady = !useFormInitializing()
  const isDone = useRef(false)
  useEffect(() => {
    if (like === null || !isReady || isDone.current) return
    isDone.current = true
    const fill = async () => {
      const answer = await fetch(`/api/cases/${encodeURIComponent(like)}?depth=0&draft=true`, {
        credentials: 'include',
      })
      if (!answer.ok) return
      const other = (await answer.json()) as Record<string, unknown>
      for (const path of TAKEN_OVER)
        if (other[path] !== undefined && other[path] !== null)
          dispatchFields({ type: 'UPDATE', path, value: other[path] })
      setModified(true)
    }
    void fill()
  }, [dispatchFields, isReady, like, setModified])
}
