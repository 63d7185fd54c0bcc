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
    <li className="private-find" data-strength={strength}>
      <p>
        {label}：{isCertain ? `有${kind}，不能公开` : `可能有${kind}`}
        <br />
        {text.slice(Math.max(0, start - AROUND), start)}
        <mark>{text.slice(start, end)}</mark>
        {text.slice(end, end + AROUND)}
      </p>
      <Button buttonStyle="secondary" margin={false} onClick={mask} size="small">
        遮住，改成“{masked}”
      </Button>
      {!isCertain && (
        <div className="private-find__keep">
          <input
            aria-label={`保留“${text.slice(start, end)}”的理由`}
            onChange={(event) => setReason(event.target.value)}
            placeholder="保留的理由，例如 本人同意实名"
            type="text"
            value={reason}
          />
          <Button
            buttonStyle="secondary"
            disabled={reason.trim().length < 2}
            margin={false}
            onClick={() => keep(reason.trim())}
            size="small"
          >
            保留
          </Button>
        </div>
      )}
    </li>
  )
}
