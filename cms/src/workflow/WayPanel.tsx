'use client'
import { Button, useFormModified } from '@payloadcms/ui'
import { useState } from 'react'
import { STEP_LABELS, type Step } from '#domain/vocabulary'
import { type StepWords, useWay } from './useWay.ts'

/** What a step asks for beside the button. */
const ASKS: Partial<Record<Step, { name: keyof StepWords; label: string }>> = {
  submit: { name: 'note', label: '给编辑的话（可以不写）' },
  return: { name: 'note', label: '为什么退回' },
  schedule: { name: 'publishAt', label: '什么时候发布（北京时间），例如 2026-12-01 9:00' },
  review: { name: 'reviewBy', label: '到哪一天再看一遍，例如 2027-03-01' },
}

/** In the sidebar of a record's form: where it is on its way to the readers, and what this person may do next. */
export function WayPanel() {
  const { way, refusal, take } = useWay()
  const isModified = useFormModified()
  const [open, setOpen] = useState<Step | null>(null)
  const [typed, setTyped] = useState('')
  if (!way) return null
  const asked = open ? ASKS[open] : undefined
  const go = async (step: Step, words: StepWords = {}) => {
    await take(step, words)
    setOpen(null)
    setTyped('')
  }
  return (
    <div className="field-type" data-way={way.state}>
      <div className="field-label">办到哪一步</div>
      <p aria-live="polite">{way.words}</p>
      {way.reviewBy && <p>复核日：{way.reviewBy}</p>}
      {isModified && way.steps.length > 0 && <p>有改动还没有保存：先保存，再走下一步。</p>}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'calc(var(--base) / 4)' }}>
        {way.steps.map((step) => (
          <Button
            buttonStyle={step === 'approve' ? 'primary' : 'secondary'}
            disabled={isModified}
            key={step}
            margin={false}
            onClick={() => (ASKS[step] ? setOpen(step) : void go(step))}
            size="small"
            type="button"
          >
            {STEP_LABELS[step]}
          </Button>
        ))}
      </div>
      {open && asked && (
        <div>
          <label>
            {asked.label}
            <input onChange={(event) => setTyped(event.target.value)} type="text" value={typed} />
          </label>
          <Button
            margin={false}
            onClick={() => void go(open, typed.trim() ? { [asked.name]: typed } : {})}
            size="small"
            type="button"
          >
            确定{STEP_LABELS[open]}
          </Button>
        </div>
      )}
      {refusal && (
        <p role="alert" style={{ color: 'var(--theme-error-600)' }}>
          {refusal}
        </p>
      )}
    </div>
  )
}
