import type { Pages } from '../pages/pages.ts'
import type { ReleaseRoots } from '../store/switchRelease.ts'
import { DayAhead, type DayAheadOptions, type DayMade } from './dayAhead.ts'

type NextDayOptions = Omit<DayAheadOptions, 'day' | 'pages' | 'roots'> & {
  /** What is live and how its pages were rendered, as they are when a day is begun. */
  live: () => { pages: Pages; roots: ReleaseRoots | null }
}

/** The day after the as-of day that is being made ahead, if any (see `DayAhead`). */
export class NextDay {
  private ahead: DayAhead | null = null
  private readonly o: NextDayOptions

  constructor(o: NextDayOptions) {
    this.o = o
  }

  /**
   * Makes one more piece of a day. Returns whether something is left. Throws what a template or the disk throws.
   * @param day a day later than the as-of day; otherwise there is nothing to make
   */
  async prepare(day: string): Promise<boolean> {
    const { live, ...o } = this.o
    const { pages, roots } = live()
    if (!roots || day <= o.world.snapshot.asOf) return false
    if (this.ahead?.day !== day) this.ahead = new DayAhead({ ...o, day, pages, roots })
    return this.ahead.piece()
  }

  /** What was made of the day to which the as-of day has moved now; null when that is not all of it. */
  made(): DayMade | null {
    return this.ahead?.day === this.o.world.snapshot.asOf ? this.ahead.made : null
  }

  /** What was made no longer holds, or is about to be swept away. */
  forget(): void {
    this.ahead = null
  }
}
