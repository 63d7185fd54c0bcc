'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Standing } from './standing.ts'

/** How often a form that is looked at asks who else is there, in milliseconds. */
const PAUSE = 15_000

/** Tells who writes in a form that somebody else has taken the record over, or saved it: nothing that is written here is lost. */
export function SomebodyElse({ of, basedOn }: { of: string; basedOn: string | null }) {
  const { id, globalSlug } = useDocumentInfo()
  const { user } = useAuth()
  const [standing, setStanding] = useState<Standing | null>(null)
  useEffect(() => {
    if (!basedOn || (id === undefined && !globalSlug)) return
    let gone = false
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const query = new URLSearchParams({ of, basedOn, ...(id === undefined ? {} : { id: String(id) }) })
      const answer = await fetch(`/api/record-standing?${query}`, { credentials: 'include' }).catch(
        () => null,
      )
      const said = answer?.ok ? ((await answer.json()) as Standing) : null
      if (!gone && said) setStanding(said)
    }
    void ask()
    const timer = setInterval(() => void ask(), PAUSE)
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [of, id, globalSlug, basedOn])
  const isTaken = standing?.holder && String(standing.holder.id) !== String(user?.id)
  if (!isTaken && !standing?.saved) return <div aria-live="polite" />
  return (
    <div aria-live="polite" style={{ color: 'var(--theme-error-600)', marginBottom: 'var(--base)' }}>
      {isTaken && (
        <p>{standing.holder?.name}正在编辑这一条。你写的都还在这里；保存时会把两边的文字一起给你选。</p>
      )}
      {standing?.saved && (
        <p>你打开以后，别人（{standing.saved}）保存过。你写的都还在这里；保存时会把两边的文字一起给你选。</p>
      )}
    </div>
  )
}
