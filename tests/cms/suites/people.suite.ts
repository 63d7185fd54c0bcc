import { describe, expect, test } from 'vitest'
import { accounts, PASSWORD } from '../../support/newsroom/accounts.ts'
import type { TestCms, Who } from '../../support/newsroom/cmsDatabase.ts'

type Id = number | string

/** What must hold of people on every database. `cms` is opened by the suite that this one is part of. */
export function peoplePromises(cms: () => TestCms): void {
  const { sentence, ask, as, login, person, number } = accounts(cms)

  describe('people', () => {
    test('who is deactivated is signed out everywhere and cannot sign in, in the words of a wrong password; what he saved keeps his name', async () => {
      const { id, email } = await person()
      const token = (await login(email, PASSWORD)).body.token
      const made = await ask(
        'POST',
        'cases?draft=true',
        { reference: `WS-2024-${String(number()).padStart(6, '0')}` },
        as(token),
      )
      expect(made.status).toBe(201)
      expect((await cms().rest('administrator', 'PATCH', `users/${id}`, { deactivated: true })).status).toBe(
        200,
      )
      expect((await ask('GET', 'cases', undefined, as(token))).status).toBe(401)
      const refused = await login(email, PASSWORD)
      expect([refused.status, sentence(refused)]).toEqual([401, '邮箱或密码不对'])
      expect((await cms().rest('administrator', 'DELETE', `users/${id}`)).status).toBe(403)
      const record = (made.body.doc as { id: Id }).id
      const kept = await cms().payload.findByID({ collection: 'cases', id: record, draft: true, depth: 0 })
      expect(kept.updatedBy).toBe(id)
      expect((await cms().rest('administrator', 'PATCH', `users/${id}`, { deactivated: false })).status).toBe(
        200,
      )
      expect((await login(email, PASSWORD)).status).toBe(200)
    })

    test('the last administrator is neither demoted nor deactivated nor deleted, one by one or in bulk; a second one may be', async () => {
      const { docs } = await cms().payload.find({
        collection: 'users',
        limit: 0,
        where: { role: { equals: 'administrator' } },
      })
      for (const other of docs)
        if (other.id !== cms().users.administrator.id)
          expect(
            (await cms().rest('administrator', 'PATCH', `users/${other.id}`, { role: 'publisher' })).status,
          ).toBe(200)
      const { id } = cms().users.administrator
      for (const body of [
        { role: 'publisher' },
        { role: 'contributor' },
        { deactivated: true },
        { role: null },
        { role: 'publisher', deactivated: true },
      ])
        for (const address of [`users/${id}`, `users?where[id][equals]=${id}`]) {
          const answer = await cms().rest('administrator', 'PATCH', address, body)
          const { role, deactivated } = await cms().payload.findByID({ collection: 'users', id })
          expect([body, address, role, deactivated === true]).toEqual([body, address, 'administrator', false])
          expect([body, address, JSON.stringify(answer.body)]).toEqual([
            body,
            address,
            expect.stringMatching(/[\u4e00-\u9fff]/),
          ])
        }
      expect((await cms().rest('administrator', 'DELETE', `users/${id}`)).status).toBe(403)
      const second = await person('administrator')
      expect(
        (await cms().rest('administrator', 'PATCH', `users/${second.id}`, { role: 'publisher' })).status,
      ).toBe(200)
    })

    test('an address that another has is refused in words, in any case, for somebody new and for who is there', async () => {
      const [one, other] = [await person(), await person()]
      for (const email of [one.email, one.email.toUpperCase(), one.email.replace('example', 'Example')]) {
        const body = { email, password: PASSWORD, name: '某人', role: 'publisher' }
        const made = await cms().rest('administrator', 'POST', 'users', body)
        const changed = await cms().rest('administrator', 'PATCH', `users/${other.id}`, { email })
        for (const answer of [made, changed])
          expect([email, answer.status, sentence(answer)]).toEqual([
            email,
            400,
            expect.stringContaining('已经有人用了'),
          ])
      }
      const same = await cms().rest('administrator', 'PATCH', `users/${one.id}`, {
        email: one.email,
        name: '改',
      })
      expect(same.status).toBe(200)
    })

    test('the command makes somebody an administrator who is there, deactivated or new', async () => {
      const { makeAdministrator } = await import('../../../cms/src/users/resetPassword.ts')
      const { id, email } = await person('contributor')
      await cms().rest('administrator', 'PATCH', `users/${id}`, { deactivated: true })
      expect(await makeAdministrator(cms().payload, email.toUpperCase())).toBeNull()
      expect((await login(email, PASSWORD)).body.user).toMatchObject({ role: 'administrator' })
      const password = await makeAdministrator(cms().payload, 'new@example.org')
      const answer = await login('new@example.org', String(password))
      expect(answer.body.user).toMatchObject({ role: 'administrator' })
      expect((await ask('GET', 'cases', undefined, as(answer.body.token))).status).toBe(403)
    })

    test('when a record was made is never what a client says', async () => {
      for (const who of ['contributor', 'administrator'] as Who[]) {
        const body = {
          reference: `WS-2025-${String(number()).padStart(6, '0')}`,
          createdAt: '2001-01-01T00:00:00.000Z',
          updatedAt: '2001-01-01T00:00:00.000Z',
        }
        const made = await cms().rest(who, 'POST', 'cases?draft=true', body)
        const { id } = made.body.doc as { id: Id }
        await cms().rest(who, 'PATCH', `cases/${id}?draft=true`, {
          title: '改',
          createdAt: '2002-01-01T00:00:00.000Z',
        })
        const kept = await cms().payload.findByID({ collection: 'cases', id, draft: true })
        expect([who, kept.createdAt.slice(0, 3), kept.updatedAt.slice(0, 3)]).toEqual([who, '202', '202'])
      }
    })
  })
}
