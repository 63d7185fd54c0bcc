/** How often a publisher says that it lives, in milliseconds; a piece of work that lets nothing in between is shorter than ten seconds. */
const EVERY_MS = 1000

/** Says at which step a process is, and knows for how long it has said nothing at most. */
export class Heartbeat {
  private step = 'start'
  private last: number
  private longest = 0
  private readonly say: (step: string) => void
  private readonly now: () => number

  /**
   * @param say tells whoever watches
   * @param now milliseconds of a clock that never goes back
   */
  constructor(say: (step: string) => void, now: () => number) {
    this.say = say
    this.now = now
    this.last = now()
  }

  /** Beats from now on whenever this process lets anything in between. */
  start(): void {
    this.beat()
    setInterval(this.beat, EVERY_MS).unref()
  }

  beat = (): void => {
    this.note()
    this.say(this.step)
  }

  /** A step of the work begins. */
  at(step: string): void {
    this.step = step
    this.beat()
  }

  /** Says the step together with something else. */
  current(): string {
    this.note()
    return this.step
  }

  /** The longest silence since this was last asked, in whole milliseconds, the present one included. */
  longestSilence(): number {
    this.note()
    const { longest } = this
    this.longest = 0
    return Math.round(longest)
  }

  private note(): void {
    const now = this.now()
    this.longest = Math.max(this.longest, now - this.last)
    this.last = now
  }
}
