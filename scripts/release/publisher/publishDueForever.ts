/** How often it is looked whether something is due, in milliseconds. */
const LOOK_EVERY = 1000

/** Effects of the watch; `stopped` becomes true when it should end. */
export type DueEffects = {
  /** Publishes what is due and says so, a sentence each. */
  publishDue: (now: number) => Promise<string[]>
  now: () => number
  sleep: (ms: number) => Promise<void>
  stopped: () => boolean
  log: (line: string) => void
}

/**
 * Publishes what has a time when its time has come. What is due stands in the database, so a restart loses nothing; only the
 * one publisher does this, so nothing is published twice. A fault is told once until it works again.
 */
export async function publishDueForever(effects: DueEffects): Promise<void> {
  let isFailing = false
  while (!effects.stopped()) {
    try {
      for (const sentence of await effects.publishDue(effects.now())) effects.log(sentence)
      isFailing = false
    } catch (error) {
      if (!isFailing)
        effects.log(`没能查看定时发布：${error instanceof Error ? error.message : String(error)}`)
      isFailing = true
    }
    await effects.sleep(LOOK_EVERY)
  }
}
