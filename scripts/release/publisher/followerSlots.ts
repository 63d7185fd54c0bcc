import { reasonInWords } from '../told/reasonInWords.ts'
import { FOLLOWER_KINDS, type FollowerKind } from '../workers/followers.ts'

/** Pause after a follower that failed, in milliseconds. */
const PAUSE = 5000

const WORDS: Record<FollowerKind, string> = {
  index: '搜索没有跟上',
  tables: '整张的数据表没有跟上',
  pagefind: 'Pagefind 没有跟上',
}

/** Keeps one follower of every kind at work beside publishing; one that fails is tried again after a pause. */
export class FollowerSlots {
  private readonly busy = new Map<FollowerKind, Promise<void>>()
  private readonly resumeAt = new Map<FollowerKind, number>()
  private readonly follow: (kind: FollowerKind) => Promise<void>
  private readonly effects: { now: () => number; log: (line: string) => void }

  constructor(follow: FollowerSlots['follow'], effects: FollowerSlots['effects']) {
    this.follow = follow
    this.effects = effects
  }

  /** Sets every idle one to work that has something to do. */
  look(): void {
    for (const kind of FOLLOWER_KINDS) {
      if (this.busy.has(kind) || this.effects.now() < (this.resumeAt.get(kind) ?? 0)) continue
      const work = this.follow(kind)
        .catch((error: unknown) => {
          this.resumeAt.set(kind, this.effects.now() + PAUSE)
          this.effects.log(`${WORDS[kind]}，5 秒后再试：${reasonInWords(error)}`)
        })
        .finally(() => this.busy.delete(kind))
      this.busy.set(kind, work)
    }
  }

  /** Resolves when none is at work. */
  async ended(): Promise<void> {
    await Promise.all(this.busy.values())
  }
}
