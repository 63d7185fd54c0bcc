/** What the steps of one release took, in milliseconds, by name, in order. */
export type StepTimes = Record<string, number>

/** Names of the steps by the mark at which each ends. */
const ENDS: Record<string, string> = {
  collected: 'pickUp',
  snapshot: 'snapshot',
  parts: 'tableParts',
  data: 'tables',
  blobs: 'pages',
  checks: 'checks',
  tree: 'store',
  durable: 'durable',
  'before the rename': 'folder',
  'after the rename': 'switch',
  'before the rows are deleted': 'after',
}

/** Times the steps of releases by the marks that are set while they are made; a mark costs a look at the clock. */
export class StepClock {
  private last = 0
  private times: StepTimes = {}
  private readonly now: () => number

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number) {
    this.now = now
  }

  /** A new release begins. */
  begin(): void {
    this.last = this.now()
    this.times = {}
  }

  mark(name: string): void {
    const step = ENDS[name]
    const now = this.now()
    if (step) this.times[step] = (this.times[step] ?? 0) + now - this.last
    this.last = now
  }

  /** What was timed since the beginning, rounded to tenths. */
  read(): StepTimes {
    return Object.fromEntries(Object.entries(this.times).map(([k, ms]) => [k, Math.round(ms * 10) / 10]))
  }
}
