import type { HeldBack } from './heldBack.ts'
import type { ReleaseResult } from './makeRelease.ts'
import { reasonInWords } from './reasonInWords.ts'
import type { StatusFile } from './status.ts'
import { liveRelease } from './switchRelease.ts'

/** What the publisher tells people of how far it is, and of the records that it holds back. */
export class ToldStatus {
  private readonly dataDir: string
  private readonly status: StatusFile
  private readonly held: HeldBack

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
      ...this.held.words(),
    })
  }

  /** Nothing is left to do. */
  settled(): void {
    const live = liveRelease(this.dataDir)
    this.status.set({ state: live ? 'live' : 'idle', progress: null, ...this.held.words() })
  }

  /** An attempt has failed; readers keep the last good site. */
  failed(error: unknown): void {
    this.status.set({ state: 'failed', progress: null, reason: reasonInWords(error) })
  }

  isFailed(): boolean {
    return this.status.get().state === 'failed'
  }
}
