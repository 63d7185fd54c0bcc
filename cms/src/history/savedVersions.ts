import type { PayloadRequest } from 'payload'
import { TABLES, type TableName } from '#domain/records/snapshot'
import { idOf, type Relation } from '../relations.ts'
import { deedWords } from './deedWords.ts'
import { deedOf, savingDeeds } from './savingDeeds.ts'

/** One time that a record was saved: what it was, by its word, and what was said about it. */
export type Saved = { id: string; at: string; by: string; what: string; note: string }

/** How many are read at once. */
const PAGE = 20

type Version = {
  _status?: string | null
  updatedBy?: Relation
  changeNote?: string | null
  publicNote?: string | null
} & Record<string, unknown>

/** What was saved of a record, newest first, with who did it and what was said; as much as this person may read. */
export async function savedVersions(
  req: PayloadRequest,
  collection: TableName,
  parent: number | string,
  page: number,
): Promise<{ saved: Saved[]; page: number; pages: number }> {
  const found = await req.payload.findVersions({
    collection,
    where: { parent: { equals: parent } },
    select: {
      updatedAt: true,
      version: {
        _status: true,
        updatedBy: true,
        changeNote: true,
        publicNote: true,
        [TABLES[collection].key]: true,
      },
    } as never,
    sort: '-updatedAt',
    limit: PAGE,
    page,
    depth: 0,
    overrideAccess: false,
    req,
  })
  const versions = found.docs.map((doc) => ({ ...doc, version: doc.version as unknown as Version }))
  const names = await namesOf(
    req,
    versions.flatMap(({ version }) => idOf(version.updatedBy) ?? []),
  )
  const deeds = await savingDeeds(
    req,
    collection,
    versions.map(({ version }) => String(version[TABLES[collection].key])),
  )
  const saved = versions.map(({ id, updatedAt, version }, i) => {
    const isPublic = version._status === 'published'
    const deed = deedOf(deeds, updatedAt, versions[i - 1]?.updatedAt)
    const by = idOf(version.updatedBy)
    return {
      id: String(id),
      at: updatedAt,
      by: by === undefined ? '系统' : (names.get(String(by)) ?? '已经不在的人员'),
      what: deed ? deedWords(deed.deed, deed.kind) : isPublic ? '公开' : '草稿',
      note: (isPublic ? version.publicNote : version.changeNote) ?? '',
    }
  })
  return { saved, page: found.page ?? 1, pages: found.totalPages }
}

async function namesOf(
  req: PayloadRequest,
  ids: readonly (number | string)[],
): Promise<ReadonlyMap<string, string>> {
  const { docs } = await req.payload.find({
    collection: 'users',
    where: { id: { in: [...new Set(ids)] } },
    select: { name: true },
    pagination: false,
    depth: 0,
    req,
  })
  return new Map(docs.map(({ id, name }) => [String(id), String(name)]))
}
