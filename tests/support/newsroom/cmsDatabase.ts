import { mkdtempSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { CollectionSlug, Payload, User, Where } from 'payload'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { ROLES, type Role } from '#domain/vocabulary'
import { removeFolder } from '../removeFolder.ts'
import { keepMigratedFile, layMigratedFile } from './migratedFile.ts'
import { shippedRows, shippedSettings, shippedSynonyms } from './shippedRows.ts'

export type Answer = { status: number; body: Record<string, unknown> & { errors?: { message: string }[] } }
export type Who = Role | 'anonymous'

/** A real newsroom on a database of its own. */
export type TestCms = {
  payload: Payload
  dataDir: string
  users: Record<Role, User>
  tokens: Record<Role, string>
  /**
   * Through the REST handlers, as somebody with a token or without one. A write that says nothing of why it changes or
   * takes back what is public says something, as people have to; `plainly` says only what it is given.
   */
  rest: (who: Who, method: string, address: string, body?: object) => Promise<Answer>
  plainly: (who: Who, method: string, address: string, body?: object) => Promise<Answer>
  /** Any request, through the same handlers. */
  ask: (request: Request) => Promise<Response>
  /** What is public of a record in the database; undefined while nothing is. */
  shown: (table: CollectionSlug, id: number | string) => Promise<Record<string, unknown> | undefined>
  /** Database id of a record by its public key. */
  idOf: (table: CollectionSlug, field: string, key: string) => Promise<number | string>
  /** Empties the outbox and gives what stood in it, as `recordType reference`. */
  takeOutbox: () => Promise<string[]>
  close: () => Promise<void>
}

const PASSWORD = 'a long enough password'

/** Opens the CMS with migrated tables, shipped records and one user for each role. One a test file: the config is read once. */
export async function openTestCms(databaseUrl?: string, cases = 3): Promise<TestCms> {
  const { payload, dataDir, close } = await openBareCms(databaseUrl)
  const { loadRecords } = await import('../../../cms/src/loading/loadRecords.ts')
  const { loadGlobals } = await import('../../../cms/src/loading/loadGlobals.ts')
  const { readOutbox, deleteOutbox } = await import('../../../cms/src/snapshot/outbox.ts')
  const { newsroomRest } = await import('../../../cms/src/rest/newsroomRest.ts')
  const { handleEndpoints } = await import('payload')
  await loadRecords(payload, shippedRows(cases), { log: () => {}, progress: () => {} })
  await loadGlobals(payload, { settings: shippedSettings, synonyms: shippedSynonyms }, '2022-12-31')
  const users = {} as Record<Role, User>
  const tokens = {} as Record<Role, string>
  for (const role of ROLES) {
    const email = `${role}@example.org`
    await payload.create({ collection: 'users', data: { email, password: PASSWORD, name: role, role } })
    const login = await payload.login({ collection: 'users', data: { email, password: PASSWORD } })
    users[role] = { ...login.user, collection: 'users' } as User
    tokens[role] = login.token as string
  }
  const handle = newsroomRest(
    async () => payload,
    (request) => handleEndpoints({ config: payload.config, request }),
  )
  const plainly: TestCms['plainly'] = async (who, method, address, body) => {
    const isForm = body instanceof FormData
    const request = new Request(`http://127.0.0.1:3000/api/${address}`, {
      method,
      headers: {
        ...(isForm ? {} : { 'content-type': 'application/json' }),
        ...(who === 'anonymous' ? {} : { authorization: `JWT ${tokens[who]}` }),
      },
      ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
    })
    const answer = await handle(request)
    const text = await answer.text()
    return { status: answer.status, body: text.startsWith('{') ? JSON.parse(text) : { text } }
  }
  return {
    payload,
    dataDir,
    users,
    tokens,
    ask: handle,
    shown: async (table, id) => {
      const where: Where = { and: [{ id: { equals: id } }, { _status: { equals: 'published' } }] }
      return (
        ((await payload.db.findOne({ collection: table, where })) as Record<string, unknown> | null) ??
        undefined
      )
    },
    plainly,
    rest: (who, method, address, body) => plainly(who, method, address, withReasons(method, address, body)),
    idOf: async (table, field, key) => {
      const { docs } = await payload.find({
        collection: table,
        where: { [field]: { equals: key } },
        limit: 1,
      })
      return (docs[0] as { id: number | string }).id
    },
    takeOutbox: async () => {
      const rows = await readOutbox(payload)
      await deleteOutbox(
        payload,
        rows.map((r) => r.id),
      )
      return rows.map((r) => `${r.recordType} ${r.reference}`)
    },
    close,
  }
}

/** Where what is written is public, or may be. */
const PUBLIC = [...TABLE_NAMES, 'media', 'globals/site-settings', 'globals/synonyms']

/** A body with the reasons that people give for what they change or take back. Drafts keep theirs to themselves. */
function withReasons(method: string, address: string, body: object | undefined): object | undefined {
  const [door = '', query = ''] = address.split('?')
  const isPublic = PUBLIC.some((each) => door === each || door.startsWith(`${each}/`))
  if (method === 'DELETE' && TABLE_NAMES.some((table) => door === table || door.startsWith(`${table}/`)))
    return { withdrawReason: '内容有误', ...body }
  const isWrite = method === 'PATCH' || door.startsWith('globals/')
  if (!isPublic || !isWrite || !body || body instanceof FormData || door.includes('/versions')) return body
  const { deletedAt, _status } = body as { deletedAt?: unknown; _status?: unknown }
  if (deletedAt) return { withdrawReason: '内容有误', ...body }
  if (deletedAt === null && Object.keys(body).every((name) => ['deletedAt', '_status'].includes(name)))
    return body
  if (_status === 'draft' && !query.includes('draft=true')) return { withdrawReason: '内容有误', ...body }
  const isDraft = query.includes('draft=true') && _status !== 'published'
  const { changeNote, changeKind } = body as { changeNote?: unknown; changeKind?: unknown }
  return isDraft
    ? body
    : { ...body, changeNote: changeNote || '改正一处', changeKind: changeKind || 'correction' }
}

/** Opens the CMS with migrated tables and nothing in them. One a test file: the config is read once. */
export async function openBareCms(
  databaseUrl?: string,
): Promise<Pick<TestCms, 'payload' | 'dataDir' | 'close'>> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'shaoxiang-cms-'))
  process.env.DATA_DIR = dataDir
  process.env.DATABASE_URL = databaseUrl ?? ''
  process.env.PAYLOAD_SECRET = 'only for this test, thrown away'
  if (!databaseUrl) layMigratedFile(dataDir)
  const { openPayload } = await import('../../../cms/src/openPayload.ts')
  const { migrate } = await import('../../../cms/src/migrate.ts')
  const payload = await openPayload()
  payload.logger.level = 'silent'
  await migrate(payload)
  if (!databaseUrl) await keepMigratedFile(payload, dataDir)
  return {
    payload,
    dataDir,
    close: async () => {
      await payload.destroy()
      removeFolder(dataDir)
    },
  }
}
