'use client'
import { useAllFormFields, useField } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { FindInForm } from '../endpoints/privateFinds.ts'
import { PrivateFind } from './PrivateFind.tsx'

/** A decision; one that was recorded with a save says when. */
type Given = { find: string; kind: string; decision: 'kept' | 'masked'; reason?: string; at?: string }

/** How long after the last key the texts are looked at, milliseconds. */
const PAUSE = 700

/**
 * What was found in the public fields of the form while somebody writes, drafts included: each with its words marked, a
 * press to mask it, and where there is doubt a reason to keep it.
 * @param labels the names that people know the public fields by
 */
export function PrivateDecisions({ labels, path }: { labels: Record<string, string>; path: string }) {
  const [fields, change] = useAllFormFields()
  const { value, setValue } = useField<Given[] | null>({ path })
  const texts = Object.fromEntries(
    Object.entries(fields).flatMap(([name, { value: text }]) =>
      labels[name.split('.')[0] as string] && typeof text === 'string' && text !== '' ? [[name, text]] : [],
    ),
  )
  const heldIn = (name: string) => fields[name]?.value
  const placed = labels.placeRaised
    ? { placed: { area: heldIn('area'), kind: heldIn('kind'), origin: heldIn('origin') } }
    : {}
  const finds = useFinds(JSON.stringify({ texts, ...placed }))
  const decided = value ?? []
  const unsaved = decided.filter(({ at }) => at === undefined)
  const isKept = ({ find }: FindInForm) => decided.some((d) => d.find === find && d.decision === 'kept')
  const open = finds.filter((find) => find.strength === 'certain' || !isKept(find))
  const decide = (find: FindInForm, decision: Given['decision'], reason?: string) =>
    setValue([...decided, { find: find.find, kind: find.kind, decision, ...(reason ? { reason } : {}) }])
  const mask = (find: FindInForm) => {
    const text = fields[find.path]?.value as string
    if (text.slice(find.start, find.end) !== find.text) return
    change({
      type: 'UPDATE',
      path: find.path,
      value: text.slice(0, find.start) + find.masked + text.slice(find.end),
    })
    decide(find, 'masked')
  }
  return (
    <section aria-live="polite" aria-labelledby="private-finds" className="field-type">
      {open.length > 0 && <h3 id="private-finds">公开前要看的隐私：{open.length}处</h3>}
      <ul className="private-finds">
        {open.map((find) => (
          <PrivateFind
            key={`${find.path} ${find.start} ${find.find}`}
            find={find}
            text={texts[find.path] ?? ''}
            label={placeOf(find.path, labels)}
            mask={() => mask(find)}
            keep={(reason) => decide(find, 'kept', reason)}
          />
        ))}
      </ul>
      {unsaved.length > 0 && <p>已决定{unsaved.length}处（保留或遮住），保存后记下是谁、什么时候。</p>}
    </section>
  )
}

function placeOf(path: string, labels: Record<string, string>): string {
  const [name, item] = path.split('.') as [string, string | undefined]
  return `${labels[name]}${/^\d+$/.test(item ?? '') ? `第${Number(item) + 1}条` : ''}`
}

/** What the newsroom finds in these texts; asked again a moment after they changed. */
function useFinds(body: string): FindInForm[] {
  const [finds, setFinds] = useState<FindInForm[]>([])
  useEffect(() => {
    const asking = new AbortController()
    const timer = setTimeout(async () => {
      const headers = { 'content-type': 'application/json' }
      const options = {
        method: 'POST',
        credentials: 'include' as const,
        headers,
        body,
        signal: asking.signal,
      }
      const answer = await fetch('/api/private-finds', options).catch(() => null)
      const told = answer?.ok ? ((await answer.json()) as { finds: FindInForm[] }) : null
      if (told) setFinds(told.finds)
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [body])
  return finds
}
