import type { Payload } from 'payload'
import type { ReleaseStatus } from '#domain/published/release'
import { TABLE_NAMES } from '#domain/records/snapshot'
import type { Role } from '#domain/vocabulary'
import { readReleaseStatus } from '../endpoints/releaseStatus.ts'
import { env } from '../env.ts'
import { countOutbox } from '../snapshot/outbox.ts'
import type { DeskKind, DeskLine, DeskReader } from './deskLine.ts'
import { drafts } from './drafts.ts'
import { challengesDue, noticesDue } from './dueSoon.ts'
import { figuresApart } from './figuresApart.ts'
import { heldBack } from './heldBack.ts'
import { olderDoubts } from './olderDoubts.ts'
import { givenBack, handedIn, reviewDue, timed } from './onTheWay.ts'
import { openTooLong } from './openTooLong.ts'
import { hostFields, unreachable } from './siteGaps.ts'
import { stalePages } from './stalePages.ts'

/** What whoever reads everything looks after. */
const OF_ALL: readonly DeskKind[] = [
  challengesDue,
  noticesDue,
  olderDoubts,
  openTooLong,
  drafts,
  figuresApart,
  stalePages,
  unreachable,
  reviewDue,
]

/** What each role has to do, most pressing first. A contributor sees only what is written. */
const KINDS: Partial<Record<Role, readonly DeskKind[]>> = {
  administrator: [handedIn, timed, ...OF_ALL, hostFields],
  publisher: [handedIn, timed, ...OF_ALL],
  editor: [handedIn, timed, givenBack, ...OF_ALL],
  contributor: [givenBack, drafts, openTooLong],
}

/** The desk of somebody: what a release refused, and what waits for their role. */
export async function deskOf(reader: DeskReader): Promise<DeskLine[]> {
  const lines = await Promise.all((KINDS[reader.role] ?? []).map((kind) => kind(reader)))
  const refused = heldBack(await standing(reader.payload))
  const all = [...refused, ...lines.flat()]
  return [...all.filter((line) => line.isUrgent), ...all.filter((line) => !line.isUrgent)]
}

/** The state of the release with the writes that wait now. */
async function standing(payload: Payload): Promise<ReleaseStatus> {
  return { ...(await readReleaseStatus(env.dataDir)), pending: await countOutbox(payload) }
}

/** How many records of the demonstration there are. */
export async function sampleTotal(payload: Payload): Promise<number> {
  const counts = await Promise.all(
    TABLE_NAMES.map((collection) =>
      payload.count({ collection, where: { origin: { equals: 'sample' } }, trash: true }),
    ),
  )
  return counts.reduce((sum, { totalDocs }) => sum + totalDocs, 0)
}
