/** How often a watched child is looked at, in milliseconds. */
export const LOOK_MS = 5_000
/** A child that has said nothing for so long does not answer any more, in milliseconds. */
const SILENT_MS = 60_000
/** While the disk writes everything down nothing else can happen, on a slow disk for minutes, in milliseconds. */
const SYNC_MS = 600_000
/**
 * How much of a look may be excused by a wait for a processor. What runs for ever is ready to run too: it is ended after
 * two minutes at the latest.
 */
const EXCUSED = 0.5
/** The step of a release after which everything is written down. */
const BEFORE_SYNC = 'tree'

/**
 * Whether a child still answers, judged by looks without a word and not by a clock: a machine that slept, or a start
 * process that was stopped itself, has not looked. Time in which the child was ready and a crowded machine gave it no
 * processor counts half: ended then, it would only begin the same work again.
 */
export class Watch {
  private silent = 0
  private waited = 0
  private step = 'start'
  private readonly lookMs: number
  private readonly silentMs: number

  constructor(lookMs = LOOK_MS, silentMs = SILENT_MS) {
    this.lookMs = lookMs
    this.silentMs = silentMs
  }

  /** It said at which step it is. */
  heard(step: string): void {
    this.silent = 0
    this.step = step
  }

  /** A new process begins. */
  begin(): void {
    this.waited = 0
    this.heard('start')
  }

  /**
   * One look. Returns the step at which it fell silent once that has lasted too long, otherwise null.
   * @param waited milliseconds for which the process has waited for a processor since it began
   */
  look(waited = 0): string | null {
    this.silent += this.lookMs - Math.min(this.lookMs * EXCUSED, Math.max(0, waited - this.waited))
    this.waited = waited
    const patience = this.step === BEFORE_SYNC ? Math.max(SYNC_MS, this.silentMs) : this.silentMs
    return this.silent > patience ? this.step : null
  }

  /** Milliseconds between two looks. */
  get every(): number {
    return this.lookMs
  }
}
