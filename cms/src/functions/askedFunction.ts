import { type CollectionSlug, createLocalReq, type Payload, type User } from 'payload'
import { z } from 'zod'
import { isId } from '../rest/knownAddress.ts'
import type { Asker } from '../rest/whoAsks.ts'
import { mustChangePassword, OWN_PASSWORD_FIRST } from '../users/mustChangePassword.ts'

/** The functions that the pages of the admin ask for. The library has others, which this newsroom has no use for. */
export const FUNCTIONS = [
  'form-state',
  'table-state',
  'render-list',
  'render-document',
  'render-document-slots',
  'render-widget',
  'get-default-layout',
] as const

/** What the library takes from a browser and no page of the admin sends: it would show more, or do more, than the person may. */
const NOT_TAKEN = ['skipClientConfigAuth', 'mockRSCs', 'paramsOverride', 'parent', 'serverFunctions']

/** The library's own notice of a newer save can only throw away what was typed; this newsroom offers both texts. */
const OWN_NOTICE = 'checkForStaleData'

const Id = z.union([z.string(), z.number()]).nullish()
/** What a list looks like; it is stored for the person who asks. */
const Column = z.union([
  z.string().max(200),
  z.object({ accessor: z.string().max(200), active: z.boolean().optional() }),
])
const Args = z.looseObject({
  columns: z.array(Column).max(200).nullish(),
  collectionSlug: z.string().nullish(),
  globalSlug: z.string().nullish(),
  id: Id,
  docID: Id,
  returnLockStatus: z.boolean().nullish(),
})
const Asked = z.object({ name: z.enum(FUNCTIONS), args: Args })

/** A function of the admin with what is sent to it. */
type AskedFunction = z.infer<typeof Asked>

/**
 * What a browser asks of a function of the admin, as the library may see it, or a sentence that says why not. These
 * functions come to the pages' own address and not through the REST gate: nobody without a session gets anything, and
 * who has yet to replace a password that the product made gets the form of the own account.
 */
export async function askedFunction(
  payload: Payload,
  asker: Asker,
  given: { name: unknown; args: unknown },
): Promise<AskedFunction | string> {
  if (asker === 'unknown') return '数据库暂时连不上：请过一会儿再试'
  if (asker === 'nobody') return '请先登录'
  const read = Asked.safeParse({ name: given.name, args: given.args ?? {} })
  if (!read.success) return '这里没有这个功能，或者发来的内容不对：请刷新页面再试'
  const { name, args } = read.data
  const wrong = wrongIn(payload, args)
  if (wrong) return wrong
  const isOwnForm = name === 'form-state' && isOwnAccount(args, asker.user)
  if (mustChangePassword(asker.user) && !isOwnForm) return OWN_PASSWORD_FIRST
  const left = [...NOT_TAKEN, OWN_NOTICE]
  const taken = Object.fromEntries(Object.entries(args).filter(([key]) => !left.includes(key)))
  const mayLock = args.returnLockStatus !== true || (await mayUpdate(payload, asker.user, args))
  return { name, args: mayLock ? taken : { ...taken, returnLockStatus: false } }
}

type GivenArgs = AskedFunction['args']

function wrongIn(payload: Payload, args: GivenArgs): string | null {
  const { collectionSlug, globalSlug, id, docID } = args
  const isCollection = collectionSlug && Object.hasOwn(payload.collections, collectionSlug)
  if (collectionSlug && !isCollection) return '没有这种记录'
  if (globalSlug && !payload.config.globals.some(({ slug }) => slug === globalSlug)) return '没有这种设置'
  for (const each of [id, docID])
    if (each !== undefined && each !== null && !isId(payload, String(each))) return '没有这一条'
  return null
}

const isOwnAccount = ({ collectionSlug, globalSlug, id, widgetSlug }: GivenArgs, user: User) =>
  collectionSlug === 'users' && !globalSlug && !widgetSlug && String(id) === String(user.id)

/** Whether a record is this person's to change: opening it says to everybody else that somebody is at it. */
async function mayUpdate(payload: Payload, user: User, args: GivenArgs): Promise<boolean> {
  const { collectionSlug, globalSlug, id } = args
  const req = await createLocalReq({ user: user as never }, payload)
  if (globalSlug) {
    const config = payload.config.globals.find(({ slug }) => slug === globalSlug)
    return (await config?.access.update({ req })) === true
  }
  const collection = collectionSlug as CollectionSlug
  if (!collection || id === undefined || id === null) return false
  const access = await payload.collections[collection].config.access.update({
    req,
    id: id as number,
    data: { _status: 'draft' },
  })
  if (typeof access === 'boolean') return access
  const where = { and: [{ id: { equals: id } }, access] }
  return (await payload.db.count({ collection, where })).totalDocs > 0
}
