import type { PayloadRequest } from 'payload'
import type { TableName } from '#domain/records/snapshot'
import type { Deed } from '#domain/vocabulary'

/** A deed by which a version of a record came to be, and its moment. */
export type SavingDeed = { deed: Deed; kind?: string | null; at: string }

/** Deeds that save a record. The steps between two saves leave no version. */
const SAVING: readonly Deed[] = [
  'publish',
  'correct',
  'unpublish',
  'draft',
  'change',
  'restore',
  'bin',
  'unbin',
]

/** How a record came to be what it is, the earliest first. @param keys all by which it was called */
export async function savingDeeds(
  req: PayloadRequest,
  table: TableName,
  keys: readonly string[],
): Promise<SavingDeed[]> {
  const { docs } = await req.payload.db.find({
    collection: 'history',
    where: {
      and: [
        { reference: { in: [...new Set(keys)] } },
        { recordType: { equals: table } },
        { deed: { in: SAVING } },
      ],
    },
    sort: 'at',
    limit: 0,
    pagination: false,
    req,
  })
  return docs as unknown as SavingDeed[]
}

/**
 * The deed of a version: it is written with it, and before the next version. Undefined for one that came without.
 * @param saved moment of the version
 * @param next moment of the version after it, where there is one
 */
export function deedOf(
  deeds: readonly SavingDeed[],
  saved: string,
  next: string | undefined,
): SavingDeed | undefined {
  const [from, to] = [Date.parse(saved), next === undefined ? Number.POSITIVE_INFINITY : Date.parse(next)]
  return deeds.find(({ at }) => Date.parse(at) >= from && Date.parse(at) < to)
}
