'use client'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import type { FindInForm } from '../endpoints/privateFinds.ts'

type Asked = {
  find: FindInForm
  /** The whole text of the field. */
  text: string
  /** Where it stands, in words. */
  label: string
  mask: () => void
  keep: (reason: string) => void
}

/** How many characters on each side of the words are shown. */
const AROUND = 10

/** One find: its words marked among those around, and what can be done about it. */
export function PrivateFind({ find, text, label, mask, keep }: Asked) {
  const [reason, setReason] = useState('')
  const { kind, strength, start, end, masked } = find
  const isCertain = strength === 'certain'
  return (
    <li
      style={{ borderLeft: `3px solid var(--theme-${isCertain ? 'error' : 'warning'}-500)`, paddingLeft: 8 }}
    >
      <p style={{ margin: '8px 0 4px' }}>
        {label}：{isCertain ? `有${kind}，不能公开` : `可能有${kind}`}
        <br />
        {text.slice(Math.max(0, start - AROUND), start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end, end + AROUND)}
      </p>
      <Button buttonStyle="secondary" size="small" onClick={mask}>
        遮住，改成“{masked}”
      </Button>
      {!isCertain && (
        <>
          <input
            aria-label={`保留“${text.slice(start, end)}”的理由`}
            onChange={(event) => setReason(event.target.value)}
            placeholder="保留的理由，例如 本人同意实名"
            style={{ width: '100%' }}
            value={reason}
          />
          <Button
            buttonStyle="secondary"
            disabled={reason.trim().length < 2}
            onClick={() => keep(reason.trim())}
            size="small"
          >
            保留
          </Button>
        </>
      )}
    </li>
  )
}
