import { setTimeout as pause } from 'node:timers/promises'
import type { Collected } from './collectGarbage.ts'
import type { Publisher } from './publisher.ts'

/** Every so many releases the store is tidied. */
const TIDY_EVERY = 25
/** Milliseconds between two slices: a publish that waits is first. */
const BETWEEN = 5

/**
 * What is called after every release: now and then it begins to tidy the store, slice by slice, while publishing goes
 * on. A store that is being tidied is not tidied twice.
 * @param begin the slices of one tidying, see `collectGarbage`
 */
export function tidying(
  publisher: Pick<Publisher, 'inTurn' | 'forgetDay'>,
  begin: () => Generator<void, Collected>,
  log: (line: string) => void,
): { released: () => void; isBusy: () => boolean } {
  let releases = 0
  let busy = false
  const tidy = async () => {
    publisher.forgetDay()
    const slices = begin()
    for (;;) {
      const { done, value } = await publisher.inTurn(async () => slices.next())
      if (done) return value
      await pause(BETWEEN)
    }
  }
  const released = () => {
    if (++releases % TIDY_EVERY !== 0 || busy) return
    busy = true
    const began = performance.now()
    tidy()
      .then(({ releases: gone, files, bytes }) => {
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
  return { released, isBusy: () => busy }
}
