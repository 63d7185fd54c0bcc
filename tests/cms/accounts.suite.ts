import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestCms, type TestCms, type Who } from '../support/cmsDatabase.ts'
import { everyDoor } from '../support/oddRequests.ts'

type Id = number | string
const PASSWORD = 'a long enough password'
const OTHER = 'another quite long one'

/** What must hold of people and their passwords on every database. */
export function accountPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  let serial = 0
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 1)
  })
  afterAll(() => cms?.close())

  const sentence = (answer: { body: { errors?: { message: string }[] } }) =>
    answer.body.errors?.[0]?.message ?? ''
  const ask = async (
    method: string,
    address: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await cms.ask(
      new Request(`http://127.0.0.1:3000/api/${address}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    )
    const text = await answer.text()
    return {
      status: answer.status,
      headers: answer.headers,
      body: JSON.parse(text) as Record<string, unknown> & { errors?: { message: string }[] },
    }
  }
  const as = (token: unknown) => ({ authorization: `JWT ${String(token)}` })
  const login = (email: string, password: string, client = '203.0.113.1') =>
    ask('POST', 'users/login', { email, password }, { 'x-shaoxiang-client': client })
  const person = async (role: 'administrator' | 'editor' | 'contributor' = 'editor') => {
    const email = `p${++serial}@example.org`
    const made = await cms.rest('administrator', 'POST', 'users', {
      email,
      password: PASSWORD,
      name: '某人',
      role,
    })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    return { email, id: (made.body.doc as { id: Id }).id }
  }

  describe('passwords', () => {
    test('short, common, all-digit and own-name passwords are refused wherever one is set', async () => {
      const bad = [
        '123',
        'a'.repeat(12),
        '12345678901',
        '13800138000',
        'password123',
        'Password123!',
        'qwertyuiop',
        '1q2w3e4r5t',
        'ABCABCABCABC',
      ]
      const { id, email } = await person()
      const own = (await login(email, PASSWORD)).body.token
      for (const password of [...bad, `${email.split('@')[0]}p${serial}xx`.slice(0, 9)]) {
        const made = await cms.rest('administrator', 'POST', 'users', {
          email: `x${serial}@example.org`,
          password,
          name: 'x',
          role: 'editor',
        })
        expect([password, made.status, sentence(made)]).toEqual([
          password,
          400,
          expect.stringContaining('密码'),
        ])
        expect([
          password,
          (await cms.rest('administrator', 'PATCH', `users/${id}`, { password })).status,
        ]).toEqual([password, 400])
        const changed = await ask('PATCH', `users/${id}`, { password, oldPassword: PASSWORD }, as(own))
        expect([password, changed.status]).toEqual([password, 400])
      }
      expect((await login(email, PASSWORD)).status).toBe(200)
    })

    test('one’s own is changed with the old one only, in whatever form it is sent; the other sessions end, this one stays', async () => {
      const { id, email } = await person('contributor')
      const here = (await login(email, PASSWORD)).body.token
      const there = (await login(email, PASSWORD)).body.token
      for (const body of [
        { password: OTHER },
        { password: OTHER, oldPassword: 'wrong old one' },
        { password: OTHER, oldPassword: '' },
        { password: OTHER, oldPassword: { $ne: 1 } },
      ])
        expect([body, (await ask('PATCH', `users/${id}`, body, as(here))).status]).toEqual([body, 400])
      const form = new FormData()
      form.set('_payload', JSON.stringify({ password: OTHER }))
      const sent = await cms.ask(
        new Request(`http://127.0.0.1:3000/api/users/${id}`, {
          method: 'PATCH',
          headers: as(here),
          body: form,
        }),
      )
      expect(sent.status).toBe(400)
      const many = await ask('PATCH', `users?where[id][equals]=${id}`, { password: OTHER }, as(here))
      expect(many.status).toBe(400)
      expect((await login(email, PASSWORD)).status).toBe(200)
      expect(
        (await ask('PATCH', `users/${id}`, { password: OTHER, oldPassword: PASSWORD }, as(here))).status,
      ).toBe(200)
      expect((await ask('GET', 'users/me', undefined, as(here))).status).toBe(200)
      expect((await ask('GET', 'users/me', undefined, as(there))).status).toBe(401)
      expect((await login(email, PASSWORD)).status).toBe(401)
      expect((await login(email, OTHER)).status).toBe(200)
    })

    test('an administrator sets another person’s without the old one, and that person is signed out', async () => {
      const { id, email } = await person()
      const token = (await login(email, PASSWORD)).body.token
      expect((await cms.rest('administrator', 'PATCH', `users/${id}`, { password: OTHER })).status).toBe(200)
      expect((await ask('GET', 'users/me', undefined, as(token))).status).toBe(401)
      expect((await login(email, OTHER)).status).toBe(200)
    })

    test('one that the product made opens the own account and the change of it, at every door, and nothing else', async () => {
      const { resetPassword } = await import('../../cms/src/users/resetPassword.ts')
      const { id, email } = await person('administrator')
      const made = await resetPassword(cms.payload, email)
      const token = (await login(email, made)).body.token
      const open = new Set([
        'POST users/login',
        'POST users/logout',
        'GET health',
        'GET access',
        'GET users/me',
        'POST users/refresh-token',
        'GET users/:id',
        'PATCH users/:id',
        'POST users/access/:id?',
      ])
      for (const { method, address } of everyDoor(cms.payload)) {
        if (open.has(`${method} ${address}`)) continue
        const path = address.replace(/\/:\w+\?/g, '').replace(/:\w+/g, String(cms.users.editor.id))
        const answer = await ask(method, path, method === 'GET' ? undefined : {}, as(token))
        expect([method, path, answer.status]).toEqual([method, path, 403])
      }
      const words = await ask('GET', 'cases', undefined, as(token))
      expect(sentence(words)).toContain('换成自己的密码')
      expect((await ask('GET', `users/${cms.users.editor.id}`, undefined, as(token))).status).toBe(403)
      expect((await ask('PATCH', `users/${id}`, { passwordIsMade: false }, as(token))).status).toBe(200)
      expect((await ask('GET', 'cases', undefined, as(token))).status).toBe(403)
      expect(
        (await ask('PATCH', `users/${id}`, { password: OTHER, oldPassword: made }, as(token))).status,
      ).toBe(200)
      expect((await ask('GET', 'cases', undefined, as(token))).status).toBe(200)
    })

    test('退出所有设备 ends every session of one’s own', async () => {
      const { email } = await person()
      const tokens = [(await login(email, PASSWORD)).body.token, (await login(email, PASSWORD)).body.token]
      const out = await ask('POST', 'users/logout?allSessions=true', {}, as(tokens[0]))
      expect(out.status).toBe(200)
      for (const token of tokens)
        expect((await ask('GET', 'users/me', undefined, as(token))).status).toBe(401)
    })
  })

  describe('signing in', () => {
    test('somebody who is there and somebody who is not are told the same, and each costs one password', async () => {
      const { email } = await person()
      const strip = ({ status, body }: { status: number; body: object }) => ({ status, body })
      for (let n = 0; n < 8; n++) {
        const known = await login(email, `wrong password ${n}`, '198.51.100.7')
        const unknown = await login(`nobody${serial}@example.org`, `wrong password ${n}`, '198.51.100.7')
        expect([n, strip(known)]).toEqual([n, strip(unknown)])
        expect([401, 429]).toContain(known.status)
      }
    })

    test('wrong passwords slow their own client only: the owner signs in from elsewhere at once', async () => {
      const { email } = await person()
      for (let n = 0; n < 4; n++)
        expect((await login(email, 'wrong password', '198.51.100.9')).status).toBe(401)
      const slowed = await login(email, PASSWORD, '198.51.100.9')
      expect([slowed.status, sentence(slowed)]).toEqual([429, expect.stringMatching(/请过\d+秒再试/)])
      expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0)
      expect((await login(email, PASSWORD, '198.51.100.10')).status).toBe(200)
    })
  })

  describe('people', () => {
    test('who is deactivated is signed out everywhere and cannot sign in, in the words of a wrong password; what he saved keeps his name', async () => {
      const { id, email } = await person()
      const token = (await login(email, PASSWORD)).body.token
      const made = await ask(
        'POST',
        'cases?draft=true',
        { reference: `WS-2024-${String(serial).padStart(6, '0')}` },
        as(token),
      )
      expect(made.status).toBe(201)
      expect((await cms.rest('administrator', 'PATCH', `users/${id}`, { deactivated: true })).status).toBe(
        200,
      )
      expect((await ask('GET', 'cases', undefined, as(token))).status).toBe(401)
      const refused = await login(email, PASSWORD)
      expect([refused.status, sentence(refused)]).toEqual([401, '邮箱或密码不对'])
      expect((await cms.rest('administrator', 'DELETE', `users/${id}`)).status).toBe(403)
      const record = (made.body.doc as { id: Id }).id
      const kept = await cms.payload.findByID({ collection: 'cases', id: record, draft: true, depth: 0 })
      expect(kept.updatedBy).toBe(id)
      expect((await cms.rest('administrator', 'PATCH', `users/${id}`, { deactivated: false })).status).toBe(
        200,
      )
      expect((await login(email, PASSWORD)).status).toBe(200)
    })

    test('the last administrator is neither demoted nor deactivated nor deleted, one by one or in bulk; a second one may be', async () => {
      const { docs } = await cms.payload.find({
        collection: 'users',
        limit: 0,
        where: { role: { equals: 'administrator' } },
      })
      for (const other of docs)
        if (other.id !== cms.users.administrator.id)
          expect(
            (await cms.rest('administrator', 'PATCH', `users/${other.id}`, { role: 'editor' })).status,
          ).toBe(200)
      const { id } = cms.users.administrator
      for (const body of [
        { role: 'editor' },
        { role: 'contributor' },
        { deactivated: true },
        { role: null },
        { role: 'editor', deactivated: true },
      ])
        for (const address of [`users/${id}`, `users?where[id][equals]=${id}`]) {
          const answer = await cms.rest('administrator', 'PATCH', address, body)
          const { role, deactivated } = await cms.payload.findByID({ collection: 'users', id })
          expect([body, address, role, deactivated === true]).toEqual([body, address, 'administrator', false])
          expect([body, address, JSON.stringify(answer.body)]).toEqual([
            body,
            address,
            expect.stringMatching(/[\u4e00-\u9fff]/),
          ])
        }
      expect((await cms.rest('administrator', 'DELETE', `users/${id}`)).status).toBe(403)
      const second = await person('administrator')
      expect(
        (await cms.rest('administrator', 'PATCH', `users/${second.id}`, { role: 'editor' })).status,
      ).toBe(200)
    })

    test('the command makes somebody an administrator who is there, deactivated or new', async () => {
      const { makeAdministrator } = await import('../../cms/src/users/resetPassword.ts')
      const { id, email } = await person('contributor')
      await cms.rest('administrator', 'PATCH', `users/${id}`, { deactivated: true })
      expect(await makeAdministrator(cms.payload, email.toUpperCase())).toBeNull()
      expect((await login(email, PASSWORD)).body.user).toMatchObject({ role: 'administrator' })
      const password = await makeAdministrator(cms.payload, 'new@example.org')
      const answer = await login('new@example.org', String(password))
      expect(answer.body.user).toMatchObject({ role: 'administrator' })
      expect((await ask('GET', 'cases', undefined, as(answer.body.token))).status).toBe(403)
    })

    test('when a record was made is never what a client says', async () => {
      for (const who of ['contributor', 'administrator'] as Who[]) {
        const body = {
          reference: `WS-2025-${String(++serial).padStart(6, '0')}`,
          createdAt: '2001-01-01T00:00:00.000Z',
          updatedAt: '2001-01-01T00:00:00.000Z',
        }
        const made = await cms.rest(who, 'POST', 'cases?draft=true', body)
        const { id } = made.body.doc as { id: Id }
        await cms.rest(who, 'PATCH', `cases/${id}?draft=true`, {
          title: '改',
          createdAt: '2002-01-01T00:00:00.000Z',
        })
        const kept = await cms.payload.findByID({ collection: 'cases', id, draft: true })
        expect([who, kept.createdAt.slice(0, 3), kept.updatedAt.slice(0, 3)]).toEqual([who, '202', '202'])
      }
    })
  })
}
