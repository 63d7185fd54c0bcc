import type { PayloadRequest, Where } from 'payload'
import { shanghaiDay } from '#domain/dates'
import { referenceParts } from '#domain/keys'
import type { Origin } from '#domain/vocabulary'
import { writeContext } from '../hooks/writeContext.ts'
import type { ReservedNumbers } from '../imports/commit/reservedNumbers.ts'

/** The letters that a case's reference begins with, by where the case comes from. */
const LETTERS: Record<Origin, string> = { record: 'WS', press: 'PRESS', sample: 'DEMO' }

type Data = { reference?: unknown; origin?: unknown; timeline?: unknown }

/**
 * Gives a case without a reference the next number of its year: the whistle's, or this one's while none is written. Two
 * cases that are saved at the same moment may be given the same one; the database then keeps the first, and the save of
 * the second is repeated by itself (`isTakenNumber`).
 */
export async function giveReference(req: PayloadRequest, data: Data): Promise<void> {
  if (typeof data.reference === 'string' && data.reference !== '') return
  const letters = LETTERS[data.origin as Origin] ?? LETTERS.record
  const head = `${letters}-${whistleYear(data.timeline) ?? shanghaiDay(Date.now()).slice(0, 4)}-`
  const last = Math.max(
    await lastNumber(req, 'cases', head),
    await lastNumber(req, 'acts', head),
    await lastReserved(req, head),
  )
  data.reference = head + String(last + 1).padStart(6, '0')
  writeContext(req.context).givenReference = true
}

function whistleYear(timeline: unknown): string | undefined {
  const [first] = Array.isArray(timeline) ? (timeline as { at?: unknown }[]) : []
  return typeof first?.at === 'string' ? /^\d{4}(?=-|$)/.exec(first.at)?.[0] : undefined
}

/** The largest number in use: by a case, or by one that was public at some time. */
async function lastNumber(req: PayloadRequest, collection: 'cases' | 'acts', head: string): Promise<number> {
  const where: Where = {
    and: [
      { reference: { greater_than_equal: `${head}000000` } },
      { reference: { less_than_equal: `${head}999999` } },
    ],
  }
  const found = await req.payload.db.find({
    collection,
    where,
    sort: '-reference',
    limit: 1,
    pagination: false,
    req,
  })
  const [row] = found.docs as unknown as { reference: string }[]
  return row ? referenceParts(row.reference).number : 0
}

/** The largest number that an import which is being written will take. */
async function lastReserved(req: PayloadRequest, head: string): Promise<number> {
  const { docs } = await req.payload.db.find({
    collection: 'imports',
    where: { state: { equals: 'open' } },
    limit: 0,
    pagination: false,
    req,
  })
  const reserved = (docs as unknown as { reserved: ReservedNumbers | null }[]).map(
    (doc) => doc.reserved?.[head],
  )
  return Math.max(0, ...reserved.map((number) => number ?? 0))
}

/** Whether a save failed only because another one was given the same number in the same moment. */
export function isTakenNumber(error: unknown, req: Pick<PayloadRequest, 'context'>): boolean {
  const { data } = error as { data?: { errors?: { path?: string }[] } }
  return writeContext(req.context).givenReference === true && data?.errors?.[0]?.path === 'reference'
}
