import { useCallback, useEffect, useRef, useState } from 'react'
import type { Outcome, ReasonKind } from '#domain/imports/importPlan'
import type { Mapping } from '#domain/imports/mapping'
import { wordsOf } from '../../components/askNewsroom.ts'
import type { AnsweredPlan } from '../../endpoints/importPlans.ts'
import { askImports } from '../askImports.ts'

/** What of a dry run is looked at. */
export type Narrowing = { outcome?: Outcome; reason?: ReasonKind; kind?: string; page: number }

const EVERY_MS = 700

/** The dry run of a file: begun, waited for, read page by page. */
export function usePlan(id: string | undefined) {
  const [answer, setAnswer] = useState<AnsweredPlan>({ state: 'none' })
  const [fault, setFault] = useState<string | null>(null)
  const [narrowing, setNarrowing] = useState<Narrowing>({ page: 1 })
  const [isSent, setIsSent] = useState(false)
  const asked = useRef(0)

  const look = useCallback(async () => {
    if (!id) return
    const mine = ++asked.current
    const query = new URLSearchParams(Object.entries(narrowing).map(([name, value]) => [name, String(value)]))
    try {
      const seen = await askImports<AnsweredPlan>('GET', `import-files/${id}/plan?${query}`)
      if (mine === asked.current) setAnswer(seen)
    } catch (error) {
      if (mine === asked.current) setFault(wordsOf(error))
    }
  }, [id, narrowing])
  useEffect(() => {
    void look()
  }, [look])

  const isWaited = answer.state === 'waiting' || answer.state === 'running'
  useEffect(() => {
    if (!isWaited) return
    const timer = setInterval(() => void look(), EVERY_MS)
    return () => clearInterval(timer)
  }, [isWaited, look])

  const begin = async (mapping: Mapping) => {
    setFault(null)
    setIsSent(true)
    // What was asked before is about the last dry run.
    asked.current++
    try {
      setAnswer(await askImports<AnsweredPlan>('POST', `import-files/${id}/plan`, { mapping }))
      setNarrowing({ page: 1 })
    } catch (error) {
      setFault(wordsOf(error))
    }
    setIsSent(false)
  }
  return { answer, fault, begin, isUnderWay: isSent || isWaited, narrowing, setNarrowing }
}
