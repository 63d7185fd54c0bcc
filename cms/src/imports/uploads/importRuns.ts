import type { Payload } from 'payload'
import { forTheProcess } from '../../forTheProcess.ts'
import { toldWords } from '../toldWords.ts'

/** A record that keeps an import from being undone. */
export type Obstacle = { table: string; key: string; reason: string }

/** How far something is that is done with a whole import. */
export type RunState =
  | { state: 'none' }
  | { state: 'under-way'; done: number; of: number }
  | { state: 'failed'; words: string; inTheWay: Obstacle[] }
  | { state: 'done'; import: number | string | null }

type Work = (progress: (done: number, of: number) => void) => Promise<number | string | null>

const runs = forTheProcess('importRuns', () => new Map<string, RunState>())
const FAULT = '出了故障：请看下面这次导入到了哪一步；还不行请管理员查看 DATA_DIR/logs'

/**
 * Begins work on a whole import, which goes on when the person who asked leaves.
 * @param name the upload or the import that it is done with: one work at a time for each
 * @returns false where one is under way
 */
export function beginRun(payload: Payload, name: string, work: Work): boolean {
  if (isRunning(name)) return false
  runs.set(name, { state: 'under-way', done: 0, of: 0 })
  const progress = (done: number, of: number) => runs.set(name, { state: 'under-way', done, of })
  work(progress).then(
    (id) => runs.set(name, { state: 'done', import: id }),
    (error: Error & { data?: { inTheWay?: Obstacle[] } }) => {
      const words = toldWords(error)
      if (words === null) payload.logger.error(error)
      runs.set(name, { state: 'failed', words: words ?? FAULT, inTheWay: error.data?.inTheWay ?? [] })
    },
  )
  return true
}

/** Whether a whole import is being worked on under a name. */
export const isRunning = (name: string): boolean => runState(name).state === 'under-way'

export const runState = (name: string): RunState => runs.get(name) ?? { state: 'none' }
