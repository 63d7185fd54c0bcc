'use client'
import { useEffect, useState } from 'react'
import type { ReleaseStatus } from '#domain/release'
import { releaseWords } from './releaseWords.ts'

/** Pauses between two looks, in milliseconds: while something is under way, and otherwise. */
const BUSY = 1000
const QUIET = 4000

/** Always in the header: whether what was saved is with the readers. */
export function ReleaseLine() {
  const [words, setWords] = useState('')
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const look = async () => {
      let pause = QUIET
      try {
        const answer = await fetch('/api/release-status', { credentials: 'include' })
        const status = (await answer.json()) as ReleaseStatus
        if (!answer.ok) throw new Error('no answer')
        if (!gone) {
          setWords(releaseWords(status))
          setFailed(status.state === 'failed')
        }
        if (status.state === 'running' || status.pending > 0) pause = BUSY
      } catch {
        if (!gone) {
          setWords('发布状态读不到')
          setFailed(true)
        }
      }
      if (!gone) timer = setTimeout(look, pause)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
  return (
    <output
      aria-live="polite"
      style={{ color: failed ? 'var(--theme-error-600)' : undefined, maxWidth: '40ch' }}
    >
      {words}
    </output>
  )
}
