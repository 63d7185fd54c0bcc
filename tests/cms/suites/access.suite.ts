import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'

type Id = number | string

/** Who may do what, and what an outsider never sees, on every database. */
export function accessPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl())
  })
  afterAll(() => cms?.close())

  /** What the contributor works for, as an administrator writes it down. */
  const worksFor = async (change: { areas?: Id[]; departments?: Id[] }) => {
    const answer = await cms.rest('administrator', 'PATCH', `users/${cms.users.contributor.id}`, change)
    expect([answer.status, answer.body.errors]).toEqual([200, undefined])
  }

  describe('who may do what', () => {
    test('every collection and global stands in the matrix, and nothing else', async () => {
      const { MATRIX } = await import('../../../cms/src/access/matrix.ts')
      const { collections, globals } = cms.payload.config
      const own = [...collections, ...globals]
        .map((c) => c.slug)
        .filter((slug) => !slug.startsWith('payload-'))
      expect(own.sort()).toEqual(Object.keys(MATRIX).sort())
    })

    test('a contributor writes drafts and never changes what is public', async () => {
      const id = await cms.idOf('cases', 'reference', 'WS-2022-000002')
      const publicBefore = await cms.shown('cases', id)
      await worksFor({ areas: [publicBefore?.area as Id] })
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
      const bulk = await cms.rest('contributor', 'PATCH', `cases?where[id][equals]=${id}`, { title: '改' })
      expect(bulk.body.docs ?? []).toEqual([])
      expect((await cms.rest('contributor', 'DELETE', `cases/${id}`)).status).toBe(403)
      const { docs } = await cms.payload.findVersions({
        collection: 'cases',
        where: { parent: { equals: id } },
        limit: 1,
      })
      expect((await cms.rest('contributor', 'POST', `cases/versions/${docs[0]?.id}`)).status).toBe(200)
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

    test('a contributor’s are the records of the own areas and all below them, and those that the own departments lead or support', async () => {
      const idOf = (table: 'areas' | 'departments', slug: string) => cms.idOf(table, 'slug', slug)
      const parent = async (id: Id) =>
        (await cms.payload.findByID({ collection: 'areas', id: id as number, depth: 0 })).parent as Id | null
      const draft = async (n: number, more: object) => {
        const record = { reference: `WS-2022-00095${n}`, internalNote: '内部的话', ...more }
        const answer = await cms.rest('editor', 'POST', 'cases', record)
        expect([answer.status, answer.body.errors]).toEqual([201, undefined])
        return (answer.body.doc as { id: Id }).id
      }
      const below = await idOf('areas', 'qingtong')
      const above = (await parent(below)) as Id
      const [lead, support] = [await idOf('departments', 'chengjian'), await idOf('departments', 'jiaojing')]
      const records = {
        below: await draft(1, { area: below }),
        above: await draft(2, { area: above }),
        lead: await draft(3, { lead }),
        support: await draft(4, { lead, departments: [support] }),
        nobody: await draft(5, {}),
      }
      const open = async () => {
        const found: string[] = []
        for (const [name, id] of Object.entries(records)) {
          const read = await cms.rest('contributor', 'GET', `cases/${id}?draft=true`)
          const isOpen = read.status === 200 && read.body.internalNote === '内部的话'
          const { status } = await cms.rest('contributor', 'PATCH', `cases/${id}?draft=true`, {
            place: '东门',
          })
          expect([name, isOpen]).toEqual([name, status === 200])
          if (isOpen) found.push(name)
        }
        return found
      }
      await worksFor({ areas: [], departments: [] })
      expect(await open()).toEqual([])
      await worksFor({ areas: [below] })
      expect(await open()).toEqual(['below'])
      await worksFor({ areas: [above] })
      expect(await open()).toEqual(['below', 'above'])
      await worksFor({ areas: [], departments: [support] })
      expect(await open()).toEqual(['support'])
      await worksFor({ departments: [lead] })
      expect(await open()).toEqual(['lead', 'support'])
    })

    test('a contributor does not write over a draft that moves a record away, nor bring back a version of when it was another’s', async () => {
      const [own, other] = [
        await cms.idOf('areas', 'slug', 'qingtong'),
        await cms.idOf('areas', 'slug', 'gaoxin'),
      ]
      await worksFor({ areas: [own], departments: [] })
      const id = await cms.idOf('cases', 'reference', 'WS-2022-000001')
      const move = { area: other, internalNote: '别人的' }
      const moved = await cms.rest('editor', 'PATCH', `cases/${id}?draft=true`, move)
      expect(moved.status).toBe(200)
      const over = await cms.rest('contributor', 'PATCH', `cases/${id}?draft=true`, { title: '盖过去' })
      expect([over.status, JSON.stringify(over.body)]).toEqual([403, expect.not.stringContaining('别人的')])
      const made = await cms.rest('editor', 'POST', 'cases', {
        reference: 'WS-2022-000960',
        title: '题目',
        place: '地点',
        area: other,
        internalNote: '别人的',
      })
      const { id: foreign } = made.body.doc as { id: Id }
      const { docs } = await cms.payload.findVersions({
        collection: 'cases',
        where: { parent: { equals: foreign } },
      })
      const handed = await cms.rest('editor', 'PATCH', `cases/${foreign}`, {
        area: own,
        internalNote: '给你的',
      })
      expect([handed.status, handed.body.errors]).toEqual([200, undefined])
      const mine = await cms.rest('contributor', 'GET', `cases/${foreign}?draft=true`)
      expect([mine.status, mine.body.internalNote]).toEqual([200, '给你的'])
      const back = await cms.rest('contributor', 'POST', `cases/versions/${docs[0]?.id}?draft=true`)
      expect([back.status, JSON.stringify(back.body)]).toEqual([403, expect.not.stringContaining('别人的')])
    })

    test('a department is there to be chosen by a contributor while somebody’s draft of it waits, as it is public', async () => {
      const id = await cms.idOf('departments', 'slug', 'jiaojing')
      const { name } = (await cms.shown('departments', id)) as { name: string }
      const drafted = await cms.rest('editor', 'PATCH', `departments/${id}?draft=true`, {
        name: '还没公开的名字',
      })
      expect(drafted.status).toBe(200)
      const { body } = await cms.rest('contributor', 'GET', 'departments?draft=true&limit=0')
      const found = (body.docs as { id: Id; name: string }[]).find((each) => each.id === id)
      expect(found?.name).toBe(name)
    })

    test('nobody gives himself a role', async () => {
      for (const who of ['contributor', 'editor', 'publisher', 'auditor'] as const) {
        await cms.rest(who, 'PATCH', `users/${cms.users[who].id}`, { role: 'administrator', areas: [1] })
        const user = await cms.payload.findByID({ collection: 'users', id: cms.users[who].id })
        expect(user.role).toBe(who)
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
        ['publisher', 'POST', 'users/forgot-password', 403],
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
  })
}
