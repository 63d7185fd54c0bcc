/** How often a watched child is looked at, in milliseconds. */
export const LOOK_MS = 5_000
/** A child that has said nothing for so long does not answer any more, in milliseconds. */
const SILENT_MS = 60_000
/** While the disk writes everything down nothing else can happen, on a slow disk for minutes, in milliseconds. */
const SYNC_MS = 600_000
/** The step of a release after which everything is written down. */
const BEFORE_SYNC = 'tree'

/**
 * Whether a child still answers, judged by looks without a word and not by a clock: a machine that slept, or a start
 * process that was stopped itself, has not looked.
 */
export class Watch {
  private missed = 0
  private step = 'start'
  private readonly lookMs: number
  private readonly silentMs: number

  constructor(lookMs = LOOK_MS, silentMs = SILENT_MS) {
    this.lookMs = lookMs
    this.silentMs = silentMs
  }

  /** It said at which step it is. */
  heard(step: string): void {
    this.missed = 0
    this.step = step
  }

  /** A new process begins. */
  begin(): void {
    this.heard('start')
  }

  /** One look. Returns the step at which it fell silent once that has lasted too long, otherwise null. */
  look(): string | null {
    this.missed++
    const patience = this.step === BEFORE_SYNC ? Math.max(SYNC_MS, this.silentMs) : this.silentMs
    return this.missed * this.lookMs > patience ? this.step : null
  }

  /** Milliseconds between two looks. */
  get every(): number {
    return this.lookMs
  }
}
