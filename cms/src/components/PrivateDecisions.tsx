'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { FindInForm } from '../endpoints/privateFinds.ts'
import { keepFinds, type OpenFind } from '../form/findStore.ts'
import { useDecide } from '../form/useDecide.ts'
import { useFormName } from '../form/useFormName.ts'
import { PrivateFinds } from './PrivateFinds.tsx'

/** How long after the last key the texts are looked at, milliseconds. */
const PAUSE = 700

/**
 * What was found in the public fields of the form while somebody writes, drafts included: each with its words marked, a
 * press to mask it, and where there is doubt a reason to keep it.
 * @param labels the names that people know the public fields by
 */
export function PrivateDecisions({ labels }: { labels: Record<string, string> }) {
  const [fields] = useAllFormFields()
  const form = useFormName()
  const { unsaved, isKept, keep, mask } = useDecide()
  const texts = Object.fromEntries(
    Object.entries(fields).flatMap(([name, { value: text }]) =>
      labels[name.split('.')[0] as string] && typeof text === 'string' && text !== '' ? [[name, text]] : [],
    ),
  )
  const heldIn = (name: string) => fields[name]?.value
  const placed = labels.placeRaised
    ? { placed: { area: heldIn('area'), kind: heldIn('kind'), origin: heldIn('origin') } }
    : {}
  const open: OpenFind[] = useFinds(JSON.stringify({ texts, ...placed }))
    .filter((find) => find.strength === 'certain' || !isKept(find))
    .map((find) => ({ find, label: placeOf(find.path, labels), text: texts[find.path] ?? '' }))
  const told = JSON.stringify(open)
  useEffect(() => keepFinds(form, JSON.parse(told)), [form, told])
  return (
    <section aria-live="polite" aria-labelledby="private-finds" className="field-type">
      {open.length > 0 && <h3 id="private-finds">公开前要看的隐私：{open.length}处</h3>}
      <PrivateFinds finds={open} keep={keep} mask={mask} />
      {unsaved > 0 && <p>已决定{unsaved}处（保留或遮住），保存后记下是谁、什么时候。</p>}
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
