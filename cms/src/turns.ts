/** How long a write waits for its turn, in milliseconds. */
const LONGEST_WAIT = 10_000

/** Waits for a turn; resolves with the function that gives it back. */
export type Turns = () => Promise<() => void>

/** A queue of turns, in order of arrival. A turn that does not come is an error in words: it would wait for itself. */
export function turns(): Turns {
  let last: Promise<void> = Promise.resolve()
  return async () => {
    const before = last
    let giveBack = () => {}
    last = new Promise((resolve) => {
      giveBack = resolve
    })
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new Error('数据库写入等了10秒没有轮到：多半是某个 hook 里的写入漏传了 req')),
        LONGEST_WAIT,
      )
    })
    try {
      await Promise.race([before, tooLate])
    } catch (error) {
      void before.then(giveBack)
      throw error
    } finally {
      clearTimeout(timer)
    }
    return giveBack
  }
}
