import type { ReleaseResult } from '../make/makeRelease.ts'
import type { Store } from '../store/store.ts'
import type { ReleaseEffects } from '../workers/releaseEffects.ts'
import { costWords, logRelease, type ReleaseEntry } from './releaseLog.ts'
import { StepClock } from './stepTimes.ts'
import { stepWords } from './stepWords.ts'

const WORDS: Record<ReleaseEntry['kind'], string> = {
  pages: '已上线',
  index: '搜索跟上了',
  tables: '整张的数据表跟上了',
  pagefind: 'Pagefind 跟上了',
}

/** Times what a publisher does and tells of each release what it cost: to its log, and to the log of releases. */
export class ReleaseReport {
  /** The effects given, with every step timed. */
  readonly effects: ReleaseEffects
  private readonly clock = new StepClock(() => performance.now())
  private readonly o: { dataDir: string; store: Store; log: (line: string) => void }
  private bytes = 0
  private last = 'start'

  constructor(o: { dataDir: string; store: Store; effects: ReleaseEffects; log: (line: string) => void }) {
    this.o = o
    this.effects = {
      ...o.effects,
      step: (name) => {
        this.clock.mark(name)
        this.last = name
        o.effects.step(name)
      },
    }
  }

  /** Words for the step that is being done. */
  step(): string {
    return stepWords(this.last)
  }

  /** Work on a release begins. */
  begin(): void {
    this.clock.begin()
    this.bytes = this.o.store.blobs.bytesWritten()
  }

  /** A release is live. */
  tell(kind: ReleaseEntry['kind'], changes: number, { release, views, rendered }: ReleaseResult): void {
    const entry: ReleaseEntry = {
      at: release.liveSince,
      release: release.id,
      kind,
      changes,
      views,
      rendered,
      bytes: this.o.store.blobs.bytesWritten() - this.bytes,
      steps: this.clock.read(),
      ...(this.effects.longestSilence ? { silence: this.effects.longestSilence() } : {}),
    }
    logRelease(this.o.dataDir, entry)
    this.o.log(`${WORDS[kind]} ${release.id.slice(0, 12)}：${costWords(entry)}`)
  }
}
