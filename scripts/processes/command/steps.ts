/** Says what is being done while it lasts: at once, after 2 s and then every 5 s with the elapsed seconds. */
export type Steps = {
  /** Runs a step; `note` replaces the words shown with the elapsed time. */
  run: <T>(what: string, work: (note: (words: string) => void) => Promise<T>) => Promise<T>
}

export type StepEffects = { say: (line: string) => void; now: () => number }

const FIRST_LINE_MS = 2_000
const NEXT_LINES_MS = 5_000

/** Steps that write lines with `effects.say`; several may run beside each other. */
export function makeSteps(effects: StepEffects): Steps {
  return {
    async run(what, work) {
      const began = effects.now()
      let words = ''
      const line = () => {
        const seconds = Math.round((effects.now() - began) / 1000)
        effects.say(`  ${what}…… 已 ${seconds} 秒${words ? `：${words}` : ''}`)
      }
      let timer = setTimeout(function again() {
        line()
        timer = setTimeout(again, NEXT_LINES_MS)
      }, FIRST_LINE_MS)
      try {
        const result = await work((given) => {
          words = given
        })
        const seconds = (effects.now() - began) / 1000
        if (seconds >= FIRST_LINE_MS / 1000) effects.say(`  ${what}：完成，用时 ${seconds.toFixed(1)} 秒`)
        return result
      } finally {
        clearTimeout(timer)
      }
    },
  }
}
