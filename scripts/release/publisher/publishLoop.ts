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

/**
 * Publishes until it is stopped: the outbox every 100 ms, requests by hand, and search behind the pages. Ends too
 * when another publisher has taken the lease.
 */
export async function publishForever(
  publisher: Publishing,
  box: Pick<RequestBox, 'next' | 'reply'>,
  effects: LoopEffects,
): Promise<void> {
  let failures = 0
  let resumeAt = 0
  let lost = false
  let quiet = 0
  const failed = (error: unknown) => {
    lost ||= error instanceof LeaseLost
    publisher.failed(error)
    effects.log(error instanceof Error ? (error.stack ?? error.message) : String(error))
    resumeAt = effects.now() + (PAUSES[Math.min(failures++, PAUSES.length - 1)] as number)
  }
  let compared = effects.compared
  let compareAt = 0
  const slots = new FollowerSlots((kind) => publisher.follow(kind), effects)
  while (!effects.stopped() && !lost) {
    let preparing = false
    const request = box.next()
    if (request) {
      try {
        await publisher.compare(request.full)
        box.reply(request.id, {
          code: 0,
          message: publisher
            .heldBack()
            .map((p) => `${p.key}：${p.reason}`)
            .join('\n'),
        })
        failures = 0
      } catch (error) {
        box.reply(request.id, {
          code: error instanceof ReleaseRefused ? 10 : 1,
          message: error instanceof Error ? error.message : String(error),
        })
        failed(error)
      }
    } else if (!compared && effects.now() >= compareAt) {
      try {
        await publisher.compare(publisher.isOutdated())
        compared = true
        failures = 0
      } catch (error) {
        failed(error)
        compareAt = resumeAt
      }
    } else if (
      effects.now() >= resumeAt ||
      hasOthers(await effects.readOutbox().catch(() => []), publisher.leftOver())
    ) {
      try {
        const worked = await publisher.drain()
        if (worked) effects.tidy()
        if (worked && publisher.heldBack().length > 0) {
          resumeAt = effects.now() + (PAUSES[Math.min(failures++, PAUSES.length - 1)] as number)
        } else failures = 0
        quiet = worked ? 0 : quiet + 1
        if (!worked && !effects.isTidying()) preparing = await publisher.idlePiece(quiet > QUIET_LOOKS)
      } catch (error) {
        failed(error)
      }
    }
    slots.look()
    // What is done meanwhile goes on at once, after another look at the outbox.
    await effects.sleep(preparing ? 0 : LOOK_EVERY)
  }
  publisher.following.giveUp()
  await slots.ended()
}
