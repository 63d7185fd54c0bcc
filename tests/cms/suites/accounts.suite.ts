import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accounts, PASSWORD } from '../../support/newsroom/accounts.ts'
import { openTestCms, type TestCms } from '../../support/newsroom/cmsDatabase.ts'
import { everyDoor } from '../../support/newsroom/oddRequests.ts'
import { peoplePromises } from './people.suite.ts'

const OTHER = 'another quite long one'

/** What must hold of people and their passwords on every database. */
export function accountPromises(databaseUrl: () => string | undefined): void {
  let cms: TestCms
  beforeAll(async () => {
    cms = await openTestCms(databaseUrl(), 1)
  })
  afterAll(() => cms?.close())

  const { sentence, ask, as, login, person } = accounts(() => cms)

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
      for (const password of [...bad, `${email.split('@')[0]} is me`]) {
        const made = await cms.rest('administrator', 'POST', 'users', {
          email: `${email.split('@')[0]}@example.net`,
          password,
          name: 'x',
          role: 'publisher',
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
      const json = JSON.stringify({ password: OTHER })
      const part = (name: string) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${json}\r\n`
      const ways: [string, string, string][] = ['0', '00', '000000'].map((zeros) => [
        `${zeros}${id}`,
        'application/json',
        json,
      ])
      for (const address of [`${id}`, `0${id}`, `${id}/`])
        for (const boundary of ['b', 'x', '-', '"b"', 'a b', '----------------'])
          for (const form of ['multipart/form-data', 'Multipart/Form-Data', 'multipart/mixed']) {
            const plain = boundary.replaceAll('"', '')
            ways.push([
              address,
              `${form}; boundary=${boundary}`,
              `--${plain}\r\n${part('_payload')}--${plain}--\r\n`,
            ])
          }
      for (const [address, type, body] of ways) {
        const answer = await cms.ask(
          new Request(`http://127.0.0.1:3000/api/users/${address}`, {
            method: 'PATCH',
            headers: { ...as(here), 'content-type': type },
            body,
          }),
        )
        expect([address, type, [400, 404, 415].includes(answer.status)]).toEqual([address, type, true])
      }
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
      const { resetPassword } = await import('../../../cms/src/users/resetPassword.ts')
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
        const path = address.replace(/\/:\w+\?/g, '').replace(/:\w+/g, String(cms.users.publisher.id))
        const answer = await ask(method, path, method === 'GET' ? undefined : {}, as(token))
        expect([method, path, answer.status]).toEqual([method, path, 403])
      }
      const words = await ask('GET', 'cases', undefined, as(token))
      expect(sentence(words)).toContain('先换密码')
      expect((await ask('GET', `users/${cms.users.publisher.id}`, undefined, as(token))).status).toBe(403)
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
      // How long is left is told in seconds, of which one may pass between the two.
      const strip = ({ status, body }: { status: number; body: object }) => ({
        status,
        body: JSON.stringify(body).replace(/请过\d+秒/, '请过几秒'),
      })
      for (let n = 0; n < 8; n++) {
        const known = await login(email, `wrong password ${n}`, '198.51.100.7')
        const unknown = await login('nobody-at-all@example.org', `wrong password ${n}`, '198.51.100.7')
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

  peoplePromises(() => cms)
}
