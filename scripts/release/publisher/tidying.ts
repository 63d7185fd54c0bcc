import { setTimeout as pause } from 'node:timers/promises'
import type { Collected } from './collectGarbage.ts'
import type { Publisher } from './publisher.ts'

/** Every so many releases the store is tidied. */
const TIDY_EVERY = 25
/** Milliseconds between two slices: a publish that waits is first. */
const BETWEEN = 5

/**
 * What is called after every release: now and then it begins to tidy the store, slice by slice, while publishing goes
 * on. A store that is being tidied is not tidied twice; what was erased is swept as soon as it is not.
 * @param begin the slices of one tidying, see `collectGarbage`
 */
export function tidying(
  publisher: Pick<Publisher, 'inTurn' | 'forgetDay'>,
  begin: () => Generator<void, Collected>,
  log: (line: string) => void,
): { released: () => void; sweep: (slices: Generator<void, Collected>) => void; isBusy: () => boolean } {
  let releases = 0
  let busy = false
  const tidy = async (slices: Generator<void, Collected>) => {
    publisher.forgetDay()
    for (;;) {
      const { done, value } = await publisher.inTurn(async () => slices.next())
      if (done) return value
      await pause(BETWEEN)
    }
  }
  const sweep = (slices: Generator<void, Collected>) => {
    if (busy) return
    busy = true
    const began = performance.now()
    tidy(slices)
      .then(({ releases: gone, files, bytes }) => {
        if (gone + files === 0) return
        const seconds = ((performance.now() - began) / 1000).toFixed(1)
        log(`清理：${gone} 个旧版本，${files} 个文件，${Math.round(bytes / 1e6)} MB，用时 ${seconds} 秒`)
      })
      .catch((error: unknown) =>
        log(`清理没有做完：${error instanceof Error ? error.message : String(error)}`),
      )
      .finally(() => {
        busy = false
      })
  }
  const released = () => {
    if (++releases % TIDY_EVERY === 0) sweep(begin())
  }
  return { released, sweep, isBusy: () => busy }
}
