import { TABLE_NAMES } from '#domain/records/snapshot'
import { doorOf } from './doors.ts'
import { readGiven } from './givenData.ts'

/** Why something public goes: in the body of a deletion, or in its query. */
const REASONS = ['withdrawReason', 'withdrawNote'] as const

/**
 * A deletion of records as what it is here: they go into the bin, and go for good thirty days later. Nothing is deleted at
 * once over REST. Other requests come back as they are.
 */
export async function deletedToBin(request: Request): Promise<Request> {
  const [table] = doorOf(request).split('/')
  if (request.method !== 'DELETE' || !TABLE_NAMES.some((each) => each === table)) return request
  const url = new URL(request.url)
  const given = (await readGiven(request.clone())) ?? {}
  const reasons = REASONS.flatMap((name) => {
    const value = given[name] ?? url.searchParams.get(name)
    return value ? [[name, value]] : []
  })
  for (const name of REASONS) url.searchParams.delete(name)
  const headers = new Headers(request.headers)
  headers.set('content-type', 'application/json')
  const body = JSON.stringify({ deletedAt: new Date().toISOString(), ...Object.fromEntries(reasons) })
  return new Request(url, { method: 'PATCH', headers, body })
}
