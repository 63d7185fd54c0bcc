'use client'
import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { SampleOverview } from '../endpoints/sampleRemoval.ts'
import { askNewsroom, Refused, wordsOf } from './askNewsroom.ts'

type State =
  | { step: 'reading' | 'asking' | 'confirming' | 'removing' | 'done' }
  | { step: 'failed'; reason: string }

/** Where an administrator sees how much of the demonstration there is, and removes it with two presses. */
export function RemoveSample() {
  const [standing, setStanding] = useState<SampleOverview | null>(null)
  const [state, setState] = useState<State>({ step: 'reading' })
  const confirm = useRef<HTMLDivElement>(null)

  const read = useCallback(async () => {
    try {
      setStanding(await ask<SampleOverview>('GET'))
      setState({ step: 'asking' })
    } catch (error) {
      setState({ step: 'failed', reason: reasonOf(error) })
    }
  }, [])
  useEffect(() => {
    void read()
  }, [read])
  useEffect(() => {
    if (state.step === 'confirming') confirm.current?.querySelector('button')?.focus()
  }, [state.step])

  const remove = async (counts: SampleOverview['counts']) => {
    setState({ step: 'removing' })
    try {
      await ask('POST', { counts })
      setState({ step: 'done' })
    } catch (error) {
      setState({ step: 'failed', reason: reasonOf(error) })
    }
  }

  const total = standing?.total ?? 0
  return (
    <section aria-labelledby="sample" style={{ marginTop: 'calc(var(--base) * 2)' }}>
      <h2 id="sample">演示数据</h2>
      <p>虚构的，不是真实情况。移除以后，登记和报道的内容一字不动；不能恢复，请先备份。</p>
      {standing && state.step !== 'done' && <Parts parts={standing.parts} />}
      {standing?.inTheWay && <p>现在不能移除：{standing.inTheWay}</p>}
      {state.step === 'asking' && standing && !standing.inTheWay && total > 0 && (
        <Button buttonStyle="secondary" onClick={() => setState({ step: 'confirming' })}>
          移除演示数据
        </Button>
      )}
      {state.step === 'confirming' && standing && (
        <div ref={confirm} style={{ display: 'flex', gap: 'var(--base)', flexWrap: 'wrap' }}>
          <Button buttonStyle="primary" onClick={() => void remove(standing.counts)}>
            确认移除全部{total}条，不能恢复
          </Button>
          <Button buttonStyle="secondary" onClick={() => setState({ step: 'asking' })}>
            取消
          </Button>
        </div>
      )}
      <output aria-live="polite">
        {state.step === 'reading' && '正在数有多少……'}
        {state.step === 'removing' && `正在移除${total}条，要几秒……`}
        {state.step === 'done' && `已移除${total}条。公开网站正在跟上，进度在本页顶部。`}
        {state.step === 'failed' && state.reason}
      </output>
      {state.step === 'failed' && (
        <Button buttonStyle="secondary" onClick={() => void read()}>
          重新看一遍
        </Button>
      )}
    </section>
  )
}

function Parts({ parts }: { parts: SampleOverview['parts'] }) {
  return (
    <ul>
      {parts.map(({ name, count }) => (
        <li key={name}>{`${name}：${count}`}</li>
      ))}
    </ul>
  )
}

const LOST = '没有等到答复，不知道做成没有：请重新看一遍'

/** Asks the removal's endpoint. Throws its own words where it refuses. */
const ask = <Answer,>(method: 'GET' | 'POST', body?: object): Promise<Answer> =>
  askNewsroom<Answer>(method, '/api/sample-removal', { body, lost: LOST })

const reasonOf = (error: unknown) =>
  error instanceof Refused ? `没有成功，什么也没有改：${error.message}` : wordsOf(error)
