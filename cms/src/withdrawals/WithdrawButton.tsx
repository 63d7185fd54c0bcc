'use client'
import { Button, useDocumentInfo } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { WITHDRAW_REASON_LABELS, WITHDRAW_REASONS } from '#domain/vocabulary'

type Refusal = { errors?: { message?: string }[] }

/** Takes back what is public: asks why, from a short list and in words, and says what readers will find. */
export function WithdrawButton() {
  const { id, collectionSlug, hasPublishedDoc, hasPublishPermission } = useDocumentInfo()
  const dialog = useRef<HTMLDialogElement>(null)
  const [reason, setReason] = useState('')
  const [words, setWords] = useState('')
  const [fault, setFault] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const [list, note] = [useId(), useId()]
  if (!hasPublishedDoc || !hasPublishPermission || id === undefined) return null

  const withdraw = async () => {
    if (reason === '' || words.trim() === '') return setFault('先选理由，再写几个字说明')
    setIsBusy(true)
    const answer = await fetch(`/api/${collectionSlug}/${id}`, {
      method: 'PATCH',
      credentials: 'include',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ _status: 'draft', withdrawReason: reason, withdrawNote: words }),
    }).catch(() => null)
    setIsBusy(false)
    if (answer?.ok) return location.reload()
    const said = (await answer?.json().catch(() => null)) as Refusal | null
    setFault(said?.errors?.[0]?.message ?? '没有等到答复，不知道撤下没有：请刷新页面看一看')
  }

  return (
    <>
      <Button
        buttonStyle="secondary"
        id="action-withdraw"
        onClick={() => dialog.current?.showModal()}
        size="medium"
      >
        撤下
      </Button>
      <dialog
        aria-labelledby={`${list}-title`}
        ref={dialog}
        style={{ maxWidth: '36rem', padding: 'var(--base)' }}
      >
        <h2 id={`${list}-title`}>撤下这一条</h2>
        <p>
          它的页面、数表里的行、照片和搜索结果会一起从公开网站上消失。原来的内容留在这里作草稿；理由记在历史里，以后也会公开。
        </p>
        <label className="withdraw-dialog__label" htmlFor={list}>
          为什么撤下
        </label>
        <select id={list} onChange={(event) => setReason(event.target.value)} value={reason}>
          <option value="">请选择</option>
          {WITHDRAW_REASONS.map((each) => (
            <option key={each} value={each}>
              {WITHDRAW_REASON_LABELS[each]}
            </option>
          ))}
        </select>
        <label className="withdraw-dialog__label" htmlFor={note}>
          说明（会公开，不写个人信息）
        </label>
        <textarea
          id={note}
          onChange={(event) => setWords(event.target.value)}
          rows={3}
          style={{ display: 'block', width: '100%' }}
          value={words}
        />
        <output aria-live="polite">{fault}</output>
        <div style={{ display: 'flex', gap: 'var(--base)', marginTop: 'var(--base)' }}>
          <Button buttonStyle="primary" disabled={isBusy} onClick={() => void withdraw()}>
            撤下
          </Button>
          <Button buttonStyle="secondary" onClick={() => dialog.current?.close()}>
            不撤了
          </Button>
        </div>
      </dialog>
    </>
  )
}
