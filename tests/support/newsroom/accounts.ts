import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import type { Role } from '#domain/vocabulary'
import type { Answer, TestCms } from './cmsDatabase.ts'

type Id = number | string
export const PASSWORD = 'a long enough password'

/** People of a newsroom whom a test makes, signs in and out, and lets ask. */
export function accounts(cms: () => TestCms) {
  let serial = 0
  const sentence = (answer: { body: { errors?: { message: string }[] } }) =>
    answer.body.errors?.[0]?.message ?? ''
  const ask = async (
    method: string,
    address: string,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    const answer = await cms().ask(
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
      body: JSON.parse(text) as Answer['body'],
    }
  }
  const as = (token: unknown) => ({ authorization: `JWT ${String(token)}` })
  const login = (email: string, password: string, client = '203.0.113.1') =>
    ask('POST', 'users/login', { email, password }, { 'x-shaoxiang-client': client })
  const person = async (role: Role = 'publisher') => {
    const email = `p${++serial}-${randomUUID().slice(0, 8)}@example.org`
    const made = await cms().rest('administrator', 'POST', 'users', {
      email,
      password: PASSWORD,
      name: '某人',
      role,
    })
    expect([made.status, made.body.errors]).toEqual([201, undefined])
    return { email, id: (made.body.doc as { id: Id }).id }
  }
  /** A number that no other record or person of this test file has. */
  const number = () => ++serial
  return { sentence, ask, as, login, person, number }
}
