import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import { type Operation, type Place, type Reach, reachOf } from './matrix.ts'
import { isOwn, isTable, ownWhere } from './ownRecords.ts'
import { roleOf } from './roles.ts'

type Asker = Pick<PayloadRequest, 'user' | 'context' | 'payload'>
type Doc = Record<string, unknown>

/** How far the right of who asks reaches. */
export const reachFor = (req: Pick<PayloadRequest, 'user'>, place: Place, operation: Operation): Reach =>
  reachOf(roleOf(req), place, operation)

/** Whether who asks may do this at all. */
export const may = (req: Pick<PayloadRequest, 'user'>, place: Place, operation: Operation): boolean =>
  reachFor(req, place, operation) !== 'none'

/** Whether who asks may do this with a record that is at hand. */
export async function mayWith(req: Asker, place: Place, operation: Operation, doc: Doc): Promise<boolean> {
  const reach = reachFor(req, place, operation)
  if (reach === 'none' || reach === 'all') return reach === 'all'
  if (reach === 'own and public' && doc._status === 'published') return true
  return isOwn(req, place, doc)
}

/** The rules of the matrix for a collection, as Payload asks them. */
export function accessOf(
  place: Place,
): Record<'create' | 'read' | 'update' | 'delete' | 'readVersions', Access> {
  return {
    create: ({ req, data }) => may(req, place, 'create') && isNoPublication(req, place, data),
    read: ({ req }) => within(req, place, 'read'),
    update: async ({ req, data }) => isNoPublication(req, place, data) && within(req, place, 'update'),
    delete: ({ req }) => within(req, place, 'delete'),
    readVersions: async ({ req }) => ofVersion(await within(req, place, 'readVersions')),
  }
}

/** The same for people, who have their own account also before a password that the product made is replaced. */
export const accountAccess: ReturnType<typeof accessOf> = {
  ...accessOf('users'),
  read: ({ req }) => (isBeforeOwnPassword(req) ? ownWhere(req, 'users') : within(req, 'users', 'read')),
  update: ({ req }) => (isBeforeOwnPassword(req) ? ownWhere(req, 'users') : within(req, 'users', 'update')),
}

const isBeforeOwnPassword = (req: Asker) =>
  roleOf(req) === null && Boolean(req.user) && req.user?.deactivated !== true

/** The same for a global. */
export function globalAccessOf(place: Place): Record<'read' | 'update' | 'readVersions', Access> {
  return {
    read: ({ req }) => may(req, place, 'read'),
    update: ({ req }) => may(req, place, 'update'),
    readVersions: ({ req }) => may(req, place, 'readVersions'),
  }
}

/**
 * Who reads a field that never leaves the newsroom. Without a record, as when somebody wants to filter by it, who reads
 * only his own may not: the number of hits would tell what others hold. A form asks without `doc`, and of a record that
 * is not saved yet without an id: it is his who writes it.
 */
export const privateReading =
  (place: Place): FieldAccess =>
  ({ req, id, doc, data, siblingData }) => {
    if (place === 'users' && isBeforeOwnPassword(req)) return true
    const record = doc ?? data
    if (!record) return reachFor(req, place, 'readPrivate') === 'all'
    // What is read from the database comes with `doc` and `siblingData` together; only a form leaves one of them out.
    const isForm = doc === undefined || siblingData === undefined
    return isForm && id === undefined
      ? may(req, place, 'readPrivate')
      : mayWith(req, place, 'readPrivate', { id, ...record })
  }

export const nobody: Access = () => false

/** Everybody in the newsroom. */
export const isSignedInField: FieldAccess = ({ req }) => roleOf(req) !== null

/** Who may change people. */
export const isAdministratorField: FieldAccess = ({ req }) => roleOf(req) === 'administrator'

/** What would be public is written by who may publish; how else a write can reach readers, the hook `beforeSaving` holds. */
const isNoPublication = (req: Asker, place: Place, data: Doc | undefined): boolean =>
  !isTable(place) || data?._status !== 'published' || may(req, place, 'publish')

async function within(req: Asker, place: Place, operation: Operation): Promise<boolean | Where> {
  const reach = reachFor(req, place, operation)
  if (reach === 'none' || reach === 'all') return reach === 'all'
  const theirs = await ownWhere(req, place)
  return reach === 'own' ? theirs : { or: [{ _status: { equals: 'published' } }, theirs] }
}

/** The same question to the versions of records. */
function ofVersion(access: boolean | Where): boolean | Where {
  if (typeof access === 'boolean') return access
  return Object.fromEntries(
    Object.entries(access).map(([name, value]) =>
      name === 'or' || name === 'and'
        ? [name, (value as Where[]).map((each) => ofVersion(each))]
        : [name === 'id' ? 'parent' : `version.${name}`, value],
    ),
  ) as Where
}
