'use client'
import { useAllFormFields } from '@payloadcms/ui'
import { officialContactAt } from '#domain/private/privateFields'
import { findPrivate, markInWords } from '#domain/private/privateMarks'

/**
 * Tells while somebody writes, drafts included, which private numbers stand in what would become public.
 * @param labels the names that people know the public fields by
 */
export function PrivateNotice({ labels }: { labels: Record<string, string> }) {
  const [fields] = useAllFormFields()
  const found = Object.entries(fields).flatMap(([path, { value }]) => {
    const [name, item] = path.split('.') as [string, string | undefined]
    const label = labels[name]
    if (!label || (typeof value !== 'string' && typeof value !== 'number')) return []
    const mark = findPrivate(String(value), officialContactAt(path))
    const place = /^\d+$/.test(item ?? '') ? `第${Number(item) + 1}条` : ''
    return mark ? [{ path, words: `${label}${place}：文字里${markInWords(mark)}` }] : []
  })
  return (
    <div aria-live="polite" className="field-type">
      {found.map(({ path, words }) => (
        <p key={path} style={{ color: 'var(--theme-error-600)' }}>
          {words}
        </p>
      ))}
    </div>
  )
}
