import { APIError, type Payload, type PayloadRequest } from 'payload'
import { ROLE_LABELS, type Role } from '#domain/vocabulary'
import { may } from '../access/rights.ts'
import { isAway } from '../databaseErrors.ts'
import { refuse } from '../hooks/refuse.ts'
import type { WriteContext } from '../hooks/writeContext.ts'
import { inTransaction } from '../inTransaction.ts'
import { idOf } from '../relations.ts'
import { refuseOwnSaving } from './fourEyes.ts'
import { endStanding, keepStep } from './keptSteps.ts'
import { newestNamed } from './newestDraft.ts'
import type { KeptStep } from './steps.ts'

/** What a version says of itself to readers: it is published with its own words. */
const NOTE_FIELDS = ['changeNote', 'changeKind'] as const

/**
 * Publishes every version whose time has come, each in one transaction with its step, in the name of who set the time. One
 * that cannot be published any more is called off, and why is kept; one that fails otherwise is tried again at the next
 * call and holds up no other. Only the one process that publishes calls this.
 * @param now the clock, in milliseconds
 * @returns a sentence for each
 */
export async function publishDue(payload: Payload, now: number): Promise<string[]> {
  const { docs } = await payload.db.find({
    collection: 'steps',
    where: {
      and: [
        { step: { equals: 'schedule' } },
        { stands: { equals: true } },
        { publishAt: { less_than_equal: new Date(now).toISOString() } },
      ],
    },
    sort: 'publishAt',
    limit: 100,
    pagination: false,
  })
  const told: string[] = []
  for (const step of docs as unknown as KeptStep[])
    told.push(
      await publishOne(payload, step).catch((error: unknown) => {
        if (isAway(error)) throw error
        return `${step.reference}：没能按时发布，再试：${error instanceof Error ? error.message : String(error)}`
      }),
    )
  return told
}

async function publishOne(payload: Payload, due: KeptStep): Promise<string> {
  const user = await personOf(payload, due)
  try {
    await inTransaction(payload, user ? { user } : {}, (req) => publishVersion(req, due))
    return `${due.reference}：按时发布了`
  } catch (error) {
    if (!(error instanceof APIError) || error.status >= 500) throw error
    await inTransaction(payload, {}, async (req) => {
      await endStanding(req, due.recordType, due.record)
      const { recordType, record, reference, version, savedAt } = due
      const note = `到了时间没能发布：${error.message}`
      await keepStep(req, { recordType, record, reference, step: 'cancel', version, savedAt, note })
    })
    return `${due.reference}：到了时间没能发布：${error.message}`
  }
}

async function publishVersion(req: PayloadRequest, due: KeptStep): Promise<void> {
  const { recordType: table, record } = due
  const again = (await req.payload.db.findOne({
    collection: 'steps',
    where: { and: [{ id: { equals: due.id } }, { stands: { equals: true } }] },
    req,
  })) as KeptStep | null
  if (!again) return
  if (!req.user || !may(req, table, 'publish')) refuse('安排的人已经不能发布：请另一位发布人重新安排', 403)
  const newest = await newestNamed(req, table, due.record)
  if (!newest || String(newest.id) !== due.version || newest.savedAt !== due.savedAt)
    refuse('定时以后又保存过，不是当时看过的那一版', 409)
  // Four eyes may have been asked for since.
  await refuseOwnSaving(req, newest.content, '定时发布')
  const words = Object.fromEntries(
    NOTE_FIELDS.flatMap((name) => (newest.content[name] ? [[name, newest.content[name]]] : [])),
  )
  Object.assign(req.context, { isApproved: true } satisfies WriteContext)
  await req.payload.update({
    collection: table,
    id: record,
    data: { ...words, _status: 'published' } as never,
    overrideLock: true,
    depth: 0,
    req,
  })
}

/** The person as he is now: who was deactivated or lost the right publishes nothing. */
async function personOf(payload: Payload, { by }: KeptStep): Promise<PayloadRequest['user'] | null> {
  const id = idOf(by)
  if (id === undefined) return null
  const found = await payload.db.findOne<{ id: number | string; role: Role }>({
    collection: 'users',
    where: { id: { equals: id } },
  })
  return found && found.role in ROLE_LABELS ? ({ ...found, collection: 'users' } as never) : null
}
