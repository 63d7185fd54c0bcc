'use client'
import { useField } from '@payloadcms/ui'
import type { WordedChange } from './recordDeed.ts'
import { TableHead } from './TableHead.tsx'

/** What a deed changed, field by field as people read it; of a private field only that it changed. */
export function ChangesField({ path }: { path: string }) {
  const { value } = useField<WordedChange[] | null>({ path })
  if (!Array.isArray(value) || value.length === 0) return null
  return (
    <div className="field-type">
      <div className="field-label">从什么改成什么</div>
      <table className="versions-list">
        <TableHead names={['哪一项', '原来', '改成']} />
        <tbody>
          {value.map(({ field, label, from, to }) => (
            <tr key={field}>
              <td>{label}</td>
              <td>{from ?? '（不写出来）'}</td>
              <td>{to ?? '（不写出来）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
