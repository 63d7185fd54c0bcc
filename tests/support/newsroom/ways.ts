import type { CollectionSlug, Where } from 'payload'
import type { TestCms, Who } from './cmsDatabase.ts'

type Id = number | string
type Doc = Record<string, unknown>

/** One of the ways in which somebody comes to the records; each says whether it was allowed, or what was seen. */
export type Way = {
  name: string
  read: (who: Who, table: CollectionSlug, id: Id) => Promise<boolean>
  /** Whether it is among all drafts and public records of a list. */
  lists: (who: Who, table: CollectionSlug, id: Id) => Promise<boolean>
  versions: (who: Who, table: CollectionSlug, id: Id) => Promise<boolean>
  create: (who: Who, table: CollectionSlug, data: object) => Promise<Id | null>
  update: (who: Who, table: CollectionSlug, id: Id, data: object, draft?: boolean) => Promise<boolean>
  remove: (who: Who, table: CollectionSlug, id: Id) => Promise<boolean>
  field: (who: Who, table: CollectionSlug, id: Id, name: string) => Promise<unknown>
  versionField: (who: Who, table: CollectionSlug, id: Id, name: string) => Promise<unknown>
  /** How many records a question finds; none where it is refused. */
  hits: (who: Who, table: CollectionSlug, where: Where) => Promise<number>
}

/** What people say of a change and of a withdrawal. */
export const REASONS = {
  changeNote: '改正一处',
  changeKind: 'correction',
  withdrawReason: 'mistaken',
} as const

/** As a script or the admin comes. */
export function overRest(cms: TestCms): Way {
  const get = async (who: Who, address: string) => {
    const { status, body } = await cms.rest(who, 'GET', address)
    return status === 200 ? (body as Doc & { docs: Doc[]; totalDocs: number }) : null
  }
  const versionsOf = async (who: Who, table: string, id: Id) =>
    (await get(who, `${table}/versions?where[parent][equals]=${id}&limit=0`))?.docs ?? []
  return {
    name: 'REST',
    read: async (who, table, id) => (await get(who, `${table}/${id}?draft=true`)) !== null,
    lists: async (who, table, id) =>
      (await get(who, `${table}?draft=true&limit=0`))?.docs.some((doc) => doc.id === id) ?? false,
    versions: async (who, table, id) => (await versionsOf(who, table, id)).length > 0,
    create: async (who, table, data) => {
      const { status, body } = await cms.rest(who, 'POST', table, data)
      return status === 201 ? (body.doc as { id: Id }).id : null
    },
    update: async (who, table, id, data, draft = false) =>
      (await cms.rest(who, 'PATCH', `${table}/${id}${draft ? '?draft=true' : ''}`, data)).status === 200,
    remove: async (who, table, id) => (await cms.rest(who, 'DELETE', `${table}/${id}`)).status === 200,
    field: async (who, table, id, name) => (await get(who, `${table}/${id}?draft=true`))?.[name],
    versionField: async (who, table, id, name) =>
      (await versionsOf(who, table, id)).map(({ version }) => (version as Doc)[name])[0],
    hits: async (who, table, where) => {
      const [[name, test] = []] = Object.entries(where)
      const [[operator, value] = []] = Object.entries(test as object)
      const query = `where[${name}][${operator}]=${encodeURIComponent(String(value))}&draft=true`
      return (await get(who, `${table}?${query}`))?.totalDocs ?? 0
    },
  }
}

/** As code of the newsroom comes that acts for somebody. */
export function overLocal({ payload, users }: TestCms): Way {
  const as = (who: Who) => ({ overrideAccess: false, ...(who === 'anonymous' ? {} : { user: users[who] }) })
  const orNull = async <Value>(work: Promise<Value>): Promise<Value | null> => work.catch(() => null)
  const all = { limit: 0, depth: 0 } as const
  const find = async (who: Who, table: CollectionSlug, where: Where) =>
    orNull(payload.find({ collection: table, where, draft: true, ...all, ...as(who) }))
  const versionsOf = async (who: Who, table: CollectionSlug, id: Id) =>
    (
      await orNull(
        payload.findVersions({ collection: table, where: { parent: { equals: id } }, ...all, ...as(who) }),
      )
    )?.docs ?? []
  const byId = async (who: Who, table: CollectionSlug, id: Id) =>
    (await orNull(
      payload.findByID({ collection: table, id, draft: true, depth: 0, ...as(who) }),
    )) as Doc | null
  return {
    name: 'Local API',
    read: async (who, table, id) => (await byId(who, table, id)) !== null,
    lists: async (who, table, id) => (await find(who, table, {}))?.docs.some((doc) => doc.id === id) ?? false,
    versions: async (who, table, id) => (await versionsOf(who, table, id)).length > 0,
    create: async (who, table, data) =>
      (await orNull(payload.create({ collection: table, data: data as never, ...as(who) })))?.id ?? null,
    update: async (who, table, id, data, draft = false) =>
      (await orNull(
        payload.update({ collection: table, id, data: { ...REASONS, ...data } as never, draft, ...as(who) }),
      )) !== null,
    remove: async (who, table, id) =>
      (await orNull(payload.delete({ collection: table, id, ...as(who) }))) !== null,
    field: async (who, table, id, name) => (await byId(who, table, id))?.[name],
    versionField: async (who, table, id, name) =>
      (await versionsOf(who, table, id)).map(({ version }) => (version as unknown as Doc)[name])[0],
    hits: async (who, table, where) => (await find(who, table, where))?.totalDocs ?? 0,
  }
}
