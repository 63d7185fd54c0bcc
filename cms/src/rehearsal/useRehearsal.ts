import { useAllFormFields } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useState } from 'react'
import { askNewsroom, wordsOf } from '../components/askNewsroom.ts'
import type { Rehearsal } from '../endpoints/rehearsal.ts'
import type { RehearsalOf } from './rehearsals.ts'

/** Nobody types for so long: then it is looked at, in milliseconds. */
const REST_MS = 700
/** So soon it is asked again while the rehearsal gets ready; so often before somebody is told. */
const AGAIN_MS = 1_000
const MOST_TIMES = 120

/** What is being done until there is an answer. */
const LOOKING: Record<RehearsalOf, string> = {
  page: '正在准备预演',
  changes: '正在算读者会看到什么变化',
  withdrawal: '正在算撤下会改变什么',
}

/** What is known of the form as it stands now. */
export type Standing = {
  said: Extract<Rehearsal, { state: 'ready' }> | null
  /** What is being done, or why nothing can be said, in words; null where all is said. */
  words: string | null
}

type Form = { recordType: string; id: number | string | undefined }

/**
 * What readers would see of a form, asked again whenever its values have rested.
 * @param of what is looked at
 */
export function useRehearsal({ recordType, id }: Form, of: RehearsalOf): Standing {
  const [fields] = useAllFormFields()
  const values = JSON.stringify(reduceFieldsToValues(fields, true))
  const [standing, setStanding] = useState<Standing & { of: RehearsalOf }>({
    of,
    said: null,
    words: LOOKING[of],
  })
  useEffect(() => {
    const gone = new AbortController()
    const tell = (words: string) =>
      setStanding((before) => ({ of, said: before.of === of ? before.said : null, words }))
    const look = async () => {
      if (of !== 'page' && !gone.signal.aborted) tell(LOOKING[of])
      for (let times = 0; times < MOST_TIMES; times++) {
        if (gone.signal.aborted) return
        const said = await askOnce({ recordType, id, data: JSON.parse(values), of }, gone.signal)
        if (gone.signal.aborted) return
        if (typeof said === 'string') return tell(said)
        if (said.state === 'ready') return setStanding({ of, said, words: null })
        tell(said.words)
        await rested(AGAIN_MS, gone.signal)
      }
      tell('等了很久还没有准备好：请过一会儿再打开，还不行请管理员看日志')
    }
    void rested(REST_MS, gone.signal).then(look)
    return () => gone.abort()
  }, [recordType, id, values, of])
  // What was said of something else is not shown for this.
  return standing.of === of ? standing : { said: null, words: LOOKING[of] }
}

/** What is said, or in words why nothing is. */
const askOnce = (body: object, signal: AbortSignal): Promise<Rehearsal | string> =>
  askNewsroom<Rehearsal>('POST', '/api/rehearsal', { body, signal, lost: '没有连上：请过一会儿再试' }).catch(
    wordsOf,
  )

const rested = (ms: number, signal: AbortSignal) =>
  new Promise<void>((done) => {
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      done()
    })
  })
