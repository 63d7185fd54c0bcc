import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TABLE_NAMES } from '#domain/records/snapshot'
import { openTestCms, type TestCms, type Who } from '../../support/newsroom/cmsDatabase.ts'

/** Who may do what, and what an outsider never sees, on every database. */
export function accessPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
  })
  afterAll(() => cms?.close())

  const EVERYBODY: Who[] = ['anonymous', 'contributor', 'editor', 'administrator']
  const SIGNED_IN: Who[] = ['contributor', 'editor', 'administrator']
  const PUBLISHERS: Who[] = ['editor', 'administrator']

  type Rights = { create: Who[]; read: Who[]; update: Who[]; delete: Who[]; versions: Who[] }
  const RECORD: Rights = {
    create: SIGNED_IN,
    read: SIGNED_IN,
    update: SIGNED_IN,
    delete: PUBLISHERS,
    versions: SIGNED_IN,
  }
  const NOBODY: Rights = { create: [], read: [], update: [], delete: [], versions: [] }
  const ADMINISTRATOR: Who[] = ['administrator']
  /** Who may do what, written down once more by hand: the matrix is compared with it cell by cell. */
  const MATRIX: Record<string, Rights> = {
    ...Object.fromEntries(TABLE_NAMES.map((t) => [t, RECORD])),
    media: { create: SIGNED_IN, read: SIGNED_IN, update: PUBLISHERS, delete: PUBLISHERS, versions: [] },
    challenges: {
      create: SIGNED_IN,
      read: SIGNED_IN,
      update: PUBLISHERS,
      delete: PUBLISHERS,
      versions: SIGNED_IN,
    },
    users: { create: ADMINISTRATOR, read: SIGNED_IN, update: SIGNED_IN, delete: [], versions: [] },
    outbox: NOBODY,
    acts: { ...NOBODY, read: SIGNED_IN },
    loads: NOBODY,
  }

  describe('who may do what', () => {
    test('every collection stands in the matrix', () => {
      const own = cms.payload.config.collections
        .map((c) => c.slug)
        .filter((slug) => !slug.startsWith('payload-'))
      expect(own.sort()).toEqual(Object.keys(MATRIX).sort())
    })

    test.each(Object.keys(MATRIX))('%s: each role has exactly the rights of the matrix', async (slug) => {
      const { access } = cms.payload.collections[slug as 'cases'].config
      const rights = MATRIX[slug] as Rights
      for (const who of EVERYBODY) {
        const user = who === 'anonymous' ? null : cms.users[who]
        const may = async (operation: 'create' | 'read' | 'update' | 'delete' | 'readVersions') => {
          const answer = await access[operation]?.({ req: { user, context: {} } as never })
          return answer !== false
        }
        expect([who, 'create', await may('create')]).toEqual([who, 'create', rights.create.includes(who)])
        expect([who, 'read', await may('read')]).toEqual([who, 'read', rights.read.includes(who)])
        expect([who, 'update', await may('update')]).toEqual([who, 'update', rights.update.includes(who)])
        expect([who, 'delete', await may('delete')]).toEqual([who, 'delete', rights.delete.includes(who)])
        expect([who, 'versions', await may('readVersions')]).toEqual([
          who,
          'versions',
          rights.versions.includes(who),
        ])
      }
    })

    test('the outbox is not readable over REST by anybody', async () => {
      for (const who of SIGNED_IN) expect((await cms.rest(who, 'GET', 'outbox')).status).toBe(403)
    })

    test('a contributor writes drafts and never changes what is public', async () => {
      const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
      const publicBefore = await cms.shown('cases', id)
      for (const [query, body] of [
        ['', { title: '改', _status: 'published' }],
        ['', { title: '改' }],
        ['', { _status: 'draft' }],
        ['?draft=true', { title: '改', _status: 'published' }],
        ['?unpublishAllLocales=true', {}],
        ['?publishAllLocales=true', { title: '改' }],
        ['?autosave=true', { title: '改' }],
      ] as const)
        expect([
          query,
          body,
          (await cms.rest('contributor', 'PATCH', `cases/${id}${query}`, body)).status,
        ]).toEqual([query, body, 403])
      expect(
        (await cms.rest('contributor', 'PATCH', `cases?where[id][equals]=${id}`, { title: '改' })).status,
      ).not.toBe(200)
      expect((await cms.rest('contributor', 'DELETE', `cases/${id}`)).status).toBe(403)
      const { docs } = await cms.payload.findVersions({
        collection: 'cases',
        where: { parent: { equals: id } },
        limit: 1,
      })
      expect((await cms.rest('contributor', 'POST', `cases/versions/${docs[0]?.id}`)).status).toBe(403)
      expect(await cms.shown('cases', id)).toEqual(publicBefore)
      expect(
        (await cms.rest('contributor', 'PATCH', `cases/${id}?draft=true`, { title: '草稿里改' })).status,
      ).toBe(200)
      expect(await cms.shown('cases', id)).toEqual(publicBefore)
      const created = await cms.rest('contributor', 'POST', 'cases', {
        reference: 'WS-2022-000900',
        title: '新的',
      })
      expect(created.status).toBe(201)
      expect((created.body.doc as { _status: string })._status).toBe('draft')
      expect(
        (
          await cms.rest('contributor', 'POST', 'cases', {
            reference: 'WS-2022-000901',
            _status: 'published',
          })
        ).status,
      ).toBe(403)
    })

    test('nobody gives himself a role', async () => {
      for (const who of ['contributor', 'editor'] as const) {
        await cms.rest(who, 'PATCH', `users/${cms.users[who].id}`, { role: 'administrator' })
        const user = await cms.payload.findByID({ collection: 'users', id: cms.users[who].id })
        expect(user.role).toBe(who)
        const others = await cms.rest(who, 'GET', 'users')
        expect((others.body.docs as { email: string }[]).map((u) => u.email)).toEqual([`${who}@example.org`])
      }
    })

    test('the days of publication cannot be written over REST', async () => {
      const id = await cms.idOf('cases', 'reference', 'WS-2022-000003')
      await cms.rest('administrator', 'PATCH', `cases/${id}`, {
        publishedOn: '2001-01-01',
        _status: 'published',
      })
      expect((await cms.shown('cases', id))?.publishedOn).toBe('2022-12-31')
    })

    test('the doors that are not ours are closed, and say so in words', async () => {
      const closed = [
        ['anonymous', 'POST', 'users/first-register', 403],
        ['anonymous', 'POST', 'users/forgot-password', 403],
        ['anonymous', 'POST', 'users//Forgot%2Dpassword/', 403],
        ['anonymous', 'POST', 'users/reset-password', 403],
        ['editor', 'POST', 'users/forgot-password', 403],
        ['administrator', 'GET', 'payload-jobs/run', 403],
        ['administrator', 'GET', 'og', 403],
        ['anonymous', 'POST', 'graphql', 401],
        ['administrator', 'POST', 'graphql', 404],
        ['anonymous', 'GET', 'release-status', 401],
        ['anonymous', 'GET', 'cases', 401],
        ['anonymous', 'GET', 'cases/1?draft=true', 401],
      ] as const
      for (const [who, method, address, status] of closed) {
        const answer = await cms.rest(
          who,
          method,
          address,
          method === 'POST' ? { email: 'x@example.org' } : undefined,
        )
        expect([address, answer.status]).toEqual([address, status])
        expect(answer.body.errors?.[0]?.message).toMatch(/[\u4e00-\u9fff]/)
      }
      expect((await cms.rest('contributor', 'GET', 'release-status')).body).toMatchObject({ state: 'idle' })
      expect((await cms.rest('anonymous', 'GET', 'health')).body).toEqual({ ok: true })
    })

    test('globals are read by signed-in people and written by those who may', async () => {
      expect((await cms.rest('anonymous', 'GET', 'globals/site-settings')).status).toBe(401)
      expect(
        (await cms.rest('editor', 'POST', 'globals/site-settings', { organiser: '某单位' })).status,
      ).toBe(403)
      expect((await cms.rest('contributor', 'POST', 'globals/synonyms', { groups: [] })).status).toBe(403)
      expect(
        (
          await cms.rest('editor', 'POST', 'globals/synonyms', {
            groups: [{ term: '外墙脱落', words: '掉砖' }],
          })
        ).status,
      ).toBe(200)
    })
  })
}
