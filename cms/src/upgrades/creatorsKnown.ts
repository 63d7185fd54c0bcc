import type { Payload, PayloadRequest } from 'payload'
import { TABLE_NAMES, type TableName } from '#domain/records/snapshot'
import { idOf, type Relation } from '../relations.ts'
import type { Upgrade } from './upgrade.ts'

type Id = number | string
type Version = {
  id: Id
  parent: Id
  updatedAt: string
  version: { updatedBy?: Relation } & Record<string, unknown>
}

/** What contributors began stays theirs: who saved the first version of a record made it. */
export const creatorsKnown: Upgrade = {
  name: 'creators-known',
  run: async (payload, req) => {
    const { docs } = await payload.db.find({
      collection: 'users',
      where: { role: { equals: 'contributor' } },
      limit: 0,
      pagination: false,
      req,
    })
    const contributors = (docs as unknown as { id: Id }[]).map(({ id }) => id)
    if (contributors.length === 0) return
    for (const table of TABLE_NAMES) await nameCreators(payload, req, table, contributors)
  },
}

async function nameCreators(
  payload: Payload,
  req: PayloadRequest,
  table: TableName,
  contributors: readonly Id[],
): Promise<void> {
  const versionsOf = async (where: object) =>
    (
      await payload.db.findVersions({
        collection: table,
        where: where as never,
        sort: 'createdAt',
        limit: 0,
        pagination: false,
        req,
      })
    ).docs as unknown as Version[]
  const touched = await versionsOf({ 'version.updatedBy': { in: [...contributors] } })
  const known = new Set(contributors.map(String))
  for (const id of new Map(touched.map(({ parent }) => [String(parent), parent])).values()) {
    const versions = await versionsOf({ parent: { equals: id } })
    const first = idOf(versions[0]?.version.updatedBy)
    const creator = contributors.find((each) => String(each) === first)
    if (first === undefined || !known.has(first) || creator === undefined) continue
    const main = (await payload.db.findOne({ collection: table, where: { id: { equals: id } }, req })) as {
      updatedAt: string
    } | null
    if (!main) continue
    const data = { createdBy: creator, updatedAt: main.updatedAt }
    await payload.db.updateOne({ collection: table, id, data, req, returning: false })
    for (const version of versions)
      await payload.db.updateVersion({
        collection: table,
        id: version.id,
        versionData: { ...version, version: { ...version.version, createdBy: creator } } as never,
        req,
        returning: false,
      })
  }
}
