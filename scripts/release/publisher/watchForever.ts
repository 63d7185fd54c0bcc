/** How often it is looked whether something is to be done, in milliseconds. */
const LOOK_EVERY = 1000

/** Something that is looked after as long as the publisher lives. */
export type Watched = {
  /** What it is, as it stands after 没能: 定时发布. */
  what: string
  /** Milliseconds from one look to the next; one that failed is made again at once. */
  every: number
  /** Does what is to be done at this moment and says so, a sentence each. */
  look: (now: number) => Promise<string[]>
}

/** Effects of the watch; `stopped` becomes true when it should end. */
export type WatchEffects = {
  now: () => number
  sleep: (ms: number) => Promise<void>
  stopped: () => boolean
  log: (line: string) => void
}

/**
 * Looks after several things until the publisher stops, each apart: one that fails keeps none of the others from being
 * done. What is due stands in the database, so a restart loses nothing; only the one publisher does this, so nothing is
 * done twice. A sentence that the look before said of the same thing is not told again, so a fault is told once until it
 * works again.
 */
export async function watchForever(
  watched: readonly Watched[],
  { now, sleep, stopped, log }: WatchEffects,
): Promise<void> {
  const next = watched.map(() => Number.NEGATIVE_INFINITY)
  const said = watched.map((): readonly string[] => [])
  while (!stopped()) {
    for (const [i, { what, every, look }] of watched.entries()) {
      const at = now()
      if (at < (next[i] as number)) continue
      const sentences = await look(at).then(
        (told) => {
          next[i] = at + every
          return told
        },
        (error: unknown) => [`没能${what}：${error instanceof Error ? error.message : String(error)}`],
      )
      for (const sentence of sentences) if (!said[i]?.includes(sentence)) log(sentence)
      said[i] = sentences
    }
    await sleep(LOOK_EVERY)
  }
}
