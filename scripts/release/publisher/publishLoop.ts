import { ReleaseRefused } from '../make/releaseRefused.ts'
import type { OutboxRow } from '../newsroom/newsroom.ts'
import { LeaseLost } from '../store/fence.ts'
import { FollowerSlots } from './followerSlots.ts'
import type { Publisher } from './publisher.ts'
import type { RequestBox } from './requests.ts'

/** How often the outbox is looked at, in milliseconds (about 1 ms of work each on SQLite). */
const LOOK_EVERY = 100
/** After so many looks that found nothing, the figures of what is live are compared with their tables. */
const QUIET_LOOKS = 50
/** Pauses after a failure, in milliseconds; a changed outbox ends the pause. */
const PAUSES = [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000]

/** Effects of the loop; `stopped` becomes true when it should end. */
export type LoopEffects = {
  sleep: (ms: number) => Promise<void>
  now: () => number
  stopped: () => boolean
  log: (line: string) => void
  /** Whether the comparison after the start has been made; otherwise it is tried again until it works. */
  compared: boolean
  /** The rows that wait, to see during a pause whether others have come. */
  readOutbox: () => Promise<readonly OutboxRow[]>
  /** Called after a release, while nothing is being made: old releases may go. */
  tidy: () => void
  /** Whether old releases are going now: what no release holds yet could go with them. */
  isTidying: () => boolean
}

/** What the loop asks of a publisher. */
export type Publishing = Pick<
  Publisher,
  'compare' | 'drain' | 'failed' | 'follow' | 'heldBack' | 'idlePiece' | 'isOutdated' | 'leftOver'
> & { following: Pick<Publisher['following'], 'giveUp'> }

/** Whether rows wait that were not among those just tried: they are not to wait for what failed. */
function hasOthers(waiting: readonly OutboxRow[], tried: readonly OutboxRow[]): boolean {
  const ids = new Set(tried.map((row) => row.id))
  return waiting.some((row) => !ids.has(row.id))
}

/** How publishing goes on from turn to turn: each does one thing, and what fails waits before it is tried again. */
class Turns {
  /** Whether another publisher has taken the lease. */
  isLost = false
  private failures = 0
  private resumeAt = 0
  private compareAt = 0
  private isCompared: boolean
  private quietLooks = 0
  private readonly publisher: Publishing
  private readonly box: Pick<RequestBox, 'next' | 'reply'>
  private readonly effects: LoopEffects

  constructor(publisher: Publishing, box: Pick<RequestBox, 'next' | 'reply'>, effects: LoopEffects) {
    this.publisher = publisher
    this.box = box
    this.effects = effects
    this.isCompared = effects.compared
  }

  /** Does what is next. Returns whether something is left that can be done at once. */
  async next(): Promise<boolean> {
    const { now } = this.effects
    const request = this.box.next()
    if (request) await this.answer(request)
    else if (!this.isCompared && now() >= this.compareAt) await this.compare()
    else if (now() >= this.resumeAt || (await this.haveOthersCome())) return this.drain()
    return false
  }

  private async answer({ id, full }: { id: string; full: boolean }): Promise<void> {
    try {
      await this.publisher.compare(full)
      const held = this.publisher.heldBack().map((p) => `${p.key}：${p.reason}`)
      this.box.reply(id, { code: 0, message: held.join('\n') })
      this.failures = 0
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      this.box.reply(id, { code: error instanceof ReleaseRefused ? 10 : 1, message })
      this.fail(error)
    }
  }

  /** The comparison after the start, until it works. */
  private async compare(): Promise<void> {
    try {
      await this.publisher.compare(this.publisher.isOutdated())
      this.isCompared = true
      this.failures = 0
    } catch (error) {
      this.fail(error)
      this.compareAt = this.resumeAt
    }
  }

  private async haveOthersCome(): Promise<boolean> {
    return hasOthers(await this.effects.readOutbox().catch(() => []), this.publisher.leftOver())
  }

  /** Publishes what waits; where nothing does, the next piece of what can be done meanwhile. */
  private async drain(): Promise<boolean> {
    try {
      const worked = await this.publisher.drain()
      if (worked) this.effects.tidy()
      if (worked && this.publisher.heldBack().length > 0) this.pause()
      else this.failures = 0
      this.quietLooks = worked ? 0 : this.quietLooks + 1
      if (worked || this.effects.isTidying()) return false
      return await this.publisher.idlePiece(this.quietLooks > QUIET_LOOKS)
    } catch (error) {
      this.fail(error)
      return false
    }
  }

  private fail(error: unknown): void {
    this.isLost ||= error instanceof LeaseLost
    this.publisher.failed(error)
    this.effects.log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    this.pause()
  }

  private pause(): void {
    this.resumeAt = this.effects.now() + (PAUSES[Math.min(this.failures++, PAUSES.length - 1)] as number)
  }
}

/**
 * Publishes until it is stopped: the outbox every 100 ms, requests by hand, and search behind the pages. Ends too
 * when another publisher has taken the lease.
 */
export async function publishForever(
  publisher: Publishing,
  box: Pick<RequestBox, 'next' | 'reply'>,
  effects: LoopEffects,
): Promise<void> {
  const turns = new Turns(publisher, box, effects)
  const slots = new FollowerSlots((kind) => publisher.follow(kind), effects)
  while (!effects.stopped() && !turns.isLost) {
    const isMoreLeft = await turns.next()
    slots.look()
    // What is done meanwhile goes on at once, after another look at the outbox.
    await effects.sleep(isMoreLeft ? 0 : LOOK_EVERY)
  }
  publisher.following.giveUp()
  await slots.ended()
}
