import type { CollectionSlug, Endpoint, GlobalSlug, PayloadRequest, Where } from 'payload'
import { TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { refuse } from '../hooks/refuse.ts'
import { newestVersion, savedBy } from '../twoPeople/newestVersion.ts'
import type { Standing } from '../twoPeople/standing.ts'

type Doc = Record<string, unknown>

/** After how long without a sign somebody is no longer at a record, in milliseconds; the library's own measure. */
const GONE_AFTER = 300_000

/** `GET /api/record-standing?of=cases&id=7&basedOn=…` (who may read it): who else is at it, and whether it was saved since. */
export const recordStanding: Endpoint = {
  path: '/record-standing',
  method: 'get',
  handler: async (req) => {
    const { of, id, basedOn } = req.query as Record<string, string | undefined>
    if (!of) refuse('要写明是哪一种记录（of）')
    const doc = await readAs(req, of, id)
    const newest = (id !== undefined && isTable(of) ? await newestVersion(req, of, id) : undefined) ?? doc
    const since = new Date(newest.updatedAt as string).getTime()
    const isSaved = Boolean(basedOn) && since > Date.parse(String(basedOn))
    const standing: Standing = {
      holder: await holderOf(req, of, id),
      saved: isSaved ? await savedBy(req, newest) : null,
    }
    return Response.json(standing)
  },
}

const isTable = (name: string): name is TableName => (TABLE_NAMES as readonly string[]).includes(name)

/** The record as the person may read it. Throws as the library does where it is not his to read. */
async function readAs(req: PayloadRequest, of: string, id: string | undefined): Promise<Doc> {
  const given = { depth: 0, overrideAccess: false, req }
  if (req.payload.config.globals.some(({ slug }) => slug === of))
    return (await req.payload.findGlobal({ slug: of as GlobalSlug, ...given })) as unknown as Doc
  if (id === undefined || !Object.hasOwn(req.payload.collections, of)) refuse('没有这一条', 404)
  return (await req.payload.findByID({ collection: of as CollectionSlug, id, ...given })) as unknown as Doc
}

async function holderOf(
  req: PayloadRequest,
  of: string,
  id: string | undefined,
): Promise<Standing['holder']> {
  const document: Where[] =
    id === undefined
      ? [{ globalSlug: { equals: of } }]
      : [{ 'document.relationTo': { equals: of } }, { 'document.value': { equals: id } }]
  const isThere: Where = { updatedAt: { greater_than: new Date(Date.now() - GONE_AFTER).toISOString() } }
  const { docs } = await req.payload.db.find({
    collection: 'payload-locked-documents',
    where: { and: [...document, isThere] },
    sort: '-updatedAt',
    limit: 1,
    pagination: false,
    req,
  })
  const user = (docs[0] as { user?: { value?: number | string } } | undefined)?.user?.value
  if (user === undefined) return null
  const found = await req.payload.db.findOne({ collection: 'users', where: { id: { equals: user } }, req })
  return { id: user, name: String((found as Doc | null)?.name ?? '') }
}
