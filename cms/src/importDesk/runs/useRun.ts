import { useCallback, useEffect, useState } from 'react'
import { wordsOf } from '../../components/askNewsroom.ts'
import type { RunState } from '../../imports/uploads/importRuns.ts'
import { askImports } from '../askImports.ts'

const EVERY_MS = 500

/**
 * Something that is done with a whole import and goes on by itself: begun, waited for, told.
 * @param address where its state is read
 * @param onDone is told when it has ended, well or not
 */
export function useRun(address: string, onDone: () => void) {
  const [run, setRun] = useState<RunState>({ state: 'none' })
  const [fault, setFault] = useState<string | null>(null)
  const isUnderWay = run.state === 'under-way'

  const look = useCallback(async () => {
    try {
      setRun(await askImports<RunState>('GET', address))
    } catch (error) {
      setFault(wordsOf(error))
    }
  }, [address])
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => void look(), EVERY_MS)
    return () => {
      clearInterval(timer)
      onDone()
    }
  }, [isUnderWay, look, onDone])

  const begin = async (to: string, body: object) => {
    setFault(null)
    try {
      setRun(await askImports<RunState>('POST', to, body))
    } catch (error) {
      setFault(wordsOf(error))
    }
  }
  return { run, fault, begin, look, isUnderWay }
}
