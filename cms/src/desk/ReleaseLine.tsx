'use client'
import { toast } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { ReleaseStatus } from '#domain/published/release'
import { askNewsroom, wordsOf } from '../components/askNewsroom.ts'
import { takeAfterReload } from '../told/afterReload.ts'
import { isRefused, releaseWords } from './releaseWords.ts'

/** Pauses between two looks, in milliseconds: while something is under way, and otherwise. */
const BUSY = 1000
const QUIET = 4000

const UNREADABLE = '发布状态读不到'

/** Always in the header: whether what was saved is with the readers, and once what the act before this page did. */
export function ReleaseLine() {
  const [words, setWords] = useState('')
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    let gone = false
    const show = (sentence: string, isFailure: boolean) => {
      if (gone) return
      setWords(sentence)
      setFailed(isFailure)
    }
    const look = async () => {
      let pause = QUIET
      try {
        const said = await askNewsroom<ReleaseStatus>('GET', '/api/release-status', { lost: UNREADABLE })
        show(releaseWords(said), isRefused(said))
        if (said.state === 'running' || said.pending > 0) pause = BUSY
      } catch (error) {
        show(wordsOf(error), true)
      }
      if (gone) return
      // Not before the first answer: what the page shows messages with is mounted after this line is.
      const said = takeAfterReload()
      if (said) toast.success(said)
      timer = setTimeout(look, pause)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [])
  return (
    <output aria-live="polite" className={failed ? 'release-line release-line--failed' : 'release-line'}>
      {words}
    </output>
  )
}
