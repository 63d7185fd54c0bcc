import type { ReleaseResult } from '../make/makeRelease.ts'
import { liveRelease } from '../store/switchRelease.ts'
import { reasonInWords } from '../told/reasonInWords.ts'
import type { StatusFile } from '../told/status.ts'
import type { HeldBack } from '../turn/heldBack.ts'

/** Differences of figures told in words; the rest is a number. */
const NAMED = 5

/** What the publisher tells people of how far it is, and of the records that it holds back. */
export class ToldStatus {
  private readonly dataDir: string
  private readonly status: StatusFile
  private readonly held: HeldBack
  private differences: readonly string[] = []

  constructor(dataDir: string, status: StatusFile, held: HeldBack) {
    this.dataDir = dataDir
    this.status = status
    this.held = held
  }

  running(words: string): void {
    this.status.set({ state: 'running', progress: words })
  }

  live({ release }: ReleaseResult): void {
    this.status.set({
      state: 'live',
      progress: null,
      since: release.liveSince,
      release: release.id,
      searchRelease: release.search?.release ?? null,
      ...this.words(),
    })
  }

  /** Nothing is left to do. */
  settled(): void {
    const live = liveRelease(this.dataDir)
    this.status.set({ state: live ? 'live' : 'idle', progress: null, ...this.words() })
  }

  /** An attempt has failed; readers keep the last good site. */
  failed(error: unknown): void {
    this.status.set({ state: 'failed', progress: null, reason: reasonInWords(error) })
  }

  /** Which live figures differ from their tables, as sentences; they are told until others are. */
  figuresDiffer(differences: readonly string[]): void {
    this.differences = differences
    this.settled()
  }

  private words(): ReturnType<HeldBack['words']> {
    const { reason, held } = this.held.words()
    const { length } = this.differences
    if (length === 0) return { reason, held }
    const some = this.differences.slice(0, NAMED).join('；')
    const differing = `已公开的数字有 ${length} 处和数表对不上，再这样全部重做会被拒绝——${some}`
    return { reason: reason ? `${reason}；${differing}` : differing, held }
  }

  isFailed(): boolean {
    return this.status.get().state === 'failed'
  }
}
