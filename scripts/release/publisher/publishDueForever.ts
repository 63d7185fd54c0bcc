/** How often it is looked whether something is due, in milliseconds. */
const LOOK_EVERY = 1000
/** The same for what lies in the bin, which is a matter of days. */
const LOOK_INTO_BIN_EVERY = 3_600_000

/** Effects of the watch; `stopped` becomes true when it should end. */
export type DueEffects = {
  /** Publishes what is due and says so, a sentence each. */
  publishDue: (now: number) => Promise<string[]>
  /** Clears what has lain in the bin long enough and says so, a sentence each. */
  clearBin: (now: number) => Promise<string[]>
  /** Sweeps what was erased out of old releases, where somebody asked for it and nothing waits to be published. */
  sweepErased: () => Promise<void>
  now: () => number
  sleep: (ms: number) => Promise<void>
  stopped: () => boolean
  log: (line: string) => void
}

/**
 * Publishes what has a time when its time has come, and clears the bin of what has lain in it long enough. What is due stands in the database, so a restart loses nothing; only the
 * one publisher does this, so nothing is published twice. A fault is told once until it works again.
 */
export async function publishDueForever(effects: DueEffects): Promise<void> {
  let isFailing = false
  let lookedIntoBin = Number.NEGATIVE_INFINITY
  while (!effects.stopped()) {
    try {
      const now = effects.now()
      for (const sentence of await effects.publishDue(now)) effects.log(sentence)
      if (now - lookedIntoBin >= LOOK_INTO_BIN_EVERY) {
        for (const sentence of await effects.clearBin(now)) effects.log(sentence)
        lookedIntoBin = now
      }
      await effects.sweepErased()
      isFailing = false
    } catch (error) {
      if (!isFailing)
        effects.log(`没能查看定时发布和回收站：${error instanceof Error ? error.message : String(error)}`)
      isFailing = true
    }
    await effects.sleep(LOOK_EVERY)
  }
}
