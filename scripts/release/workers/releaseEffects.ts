import type { Release } from '#domain/published/release'

/** Effects of making a release; `step` marks the moments at which a kill must be harmless, and until which time is told. */
export type ReleaseEffects = {
  now: () => Date
  progress: (words: string) => void
  step: (name: string) => void
  /** How the newsroom's history ended when it was last read; null while there is none. */
  history?: Release['history'] | null
  /** Called between short pieces of long work that lets nothing in between. */
  beat?: () => void
  /** The longest time without a beat since it was last asked, in milliseconds. */
  longestSilence?: () => number
}
