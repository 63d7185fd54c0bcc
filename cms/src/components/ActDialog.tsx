'use client'
import { Button } from '@payloadcms/ui'
import { type ReactNode, useId, useRef, useState } from 'react'

/** What is asked before an act: one of a list, where there is one, and words. */
export type AskedReason = {
  choice: { label: string; choices: readonly (readonly [code: string, label: string])[] } | null
  words: string
}

type Props = {
  /** Of the button that opens the dialog. */
  id: string
  /** What is done, on both buttons, and what the button says that leaves all as it is. */
  act: string
  keep: string
  title: string
  /** Null where it is enough to say yes. */
  reason: AskedReason | null
  isReady?: boolean
  onOpen?: () => void
  /** Does it: null where it was done, and otherwise why not, in words. */
  send: (reason: string, words: string) => Promise<string | null>
  onDone: () => void
  /** What readers and colleagues will find. */
  children: ReactNode
}

/** A button, and the question that stands before the act: what it changes, and why it is done. */
export function ActDialog(props: Props) {
  const { id, act, keep, title, reason: asked, isReady = true, onOpen, send, onDone, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [fault, setFault] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [list, note] = [useId(), useId()]

  const open = () => {
    setFault('')
    onOpen?.()
    dialog.current?.showModal()
  }
  const confirm = async () => {
    if (asked && ((asked.choice && reason === '') || words.trim() === ''))
      return setFault(asked.choice ? '先选理由，再写几个字说明' : '先写几个字说明')
    setIsBusy(true)
    const said = await send(reason, words)
    if (said === null) return onDone()
    setIsBusy(false)
    setFault(said)
  }

  return (
    <>
      <Button buttonStyle="secondary" id={id} onClick={open} size="medium">
        {act}
      </Button>
      <dialog aria-labelledby={`${list}-title`} className="act-dialog" ref={dialog}>
        <h2 id={`${list}-title`}>{title}</h2>
        {children}
        {asked?.choice && (
          <>
            <label className="act-dialog__label" htmlFor={list}>
              {asked.choice.label}
            </label>
            <select id={list} onChange={(event) => setReason(event.target.value)} value={reason}>
              <option value="">请选择</option>
              {asked.choice.choices.map(([code, label]) => (
                <option key={code} value={code}>
                  {label}
                </option>
              ))}
            </select>
          </>
        )}
        {asked && (
          <>
            <label className="act-dialog__label" htmlFor={note}>
              {asked.words}
            </label>
            <textarea id={note} onChange={(event) => setWords(event.target.value)} rows={3} value={words} />
          </>
        )}
        <output aria-live="polite">{fault}</output>
        <div className="act-dialog__acts">
          <Button buttonStyle="primary" disabled={isBusy || !isReady} onClick={() => void confirm()}>
            {act}
          </Button>
          <Button buttonStyle="secondary" onClick={() => dialog.current?.close()}>
            {keep}
          </Button>
        </div>
      </dialog>
    </>
  )
}
