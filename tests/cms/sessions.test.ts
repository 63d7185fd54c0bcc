import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedOf } from '../support/generated.ts'
import { openTestCms, type TestCms } from '../support/newsroom/cmsDatabase.ts'

let cms: TestCms
let own: string
beforeAll(async () => {
  cms = await openTestCms()
  own = cms.payload.config.csrf[0] as string
})
afterAll(() => cms.close())

const PASSWORD = 'a long enough password'
const ask = async (method: string, address: string, headers: Record<string, string>, body?: object) => {
  const answer = await cms.ask(
    new Request(`http://127.0.0.1:3000/api/${address}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    }),
  )
  return answer.status
}
const byHeader = (token: string) => ({ authorization: `JWT ${token}` })
const byCookie = (token: string) => ({ cookie: `payload-token=${token}` })
let serial = 0
async function person(role: 'administrator' | 'publisher' | 'contributor') {
  const email = `session-${++serial}@example.org`
  const { id } = await cms.payload.create({
    collection: 'users',
    data: { email, password: PASSWORD, name: '某人', role },
  })
  const { token } = await cms.payload.login({ collection: 'users', data: { email, password: PASSWORD } })
  return { id, token: token as string }
}

test('a cookie counts for pages of the newsroom’s own addresses, and for nobody else’s', async () => {
  const { token } = await person('publisher')
  const { id } = ((await cms.payload.find({ collection: 'cases', limit: 1 })).docs[0] ?? {}) as { id: number }
  const doors = [
    ['GET', 'cases?limit=1'],
    ['GET', 'users/me'],
    ['PATCH', `cases/${id}?draft=true`],
    ['POST', 'departments'],
    ['DELETE', `cases/${id}`],
  ] as const
  const foreign = fc.oneof(
    fc.webUrl().map((url) => new URL(url).origin),
    fc.constantFrom('null', `${own}.example.org`, own.replace('http', 'https'), `${own}0`, own.toUpperCase()),
  )
  expect(await ask('GET', 'cases?limit=1', { ...byCookie(token), origin: own })).toBe(200)
  await fc.assert(
    fc.asyncProperty(foreign, fc.constantFrom(...doors), async (origin, [method, address]) => {
      const status = await ask(
        method,
        address,
        { ...byCookie(token), origin },
        method === 'GET' ? undefined : {},
      )
      expect(status).toBe(401)
    }),
    seedOf('foreign origins', 40, 2_000),
  )
})

test('a session ends at once when one signs out or is deactivated, and a lower role counts at once', async () => {
  const gone = await person('publisher')
  expect(await ask('GET', 'cases?limit=1', byHeader(gone.token))).toBe(200)
  expect(await ask('POST', 'users/logout', byHeader(gone.token), {})).toBe(200)
  expect(await ask('GET', 'cases?limit=1', byHeader(gone.token))).toBe(401)

  const deactivated = await person('publisher')
  const body = { deactivated: true }
  expect(await ask('PATCH', `users/${deactivated.id}`, byHeader(cms.tokens.administrator), body)).toBe(200)
  expect(await ask('GET', 'cases?limit=1', byHeader(deactivated.token))).toBe(401)

  const lower = await person('publisher')
  const { id } = ((await cms.payload.find({ collection: 'cases', limit: 1 })).docs[0] ?? {}) as { id: number }
  const role = { role: 'contributor' }
  expect(await ask('PATCH', `users/${lower.id}`, byHeader(cms.tokens.administrator), role)).toBe(200)
  const publish = { title: '标题', _status: 'published' }
  expect([401, 403]).toContain(await ask('PATCH', `cases/${id}`, byHeader(lower.token), publish))
})

test('a token that the newsroom did not sign, or signed for somebody else, opens nothing', async () => {
  const { token, id } = await person('contributor')
  const [head = '', claims = '', sign = ''] = token.split('.')
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as object
  const written = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const signed = (text: string, secret: string) =>
    `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`
  const other = { ...read(claims), id: cms.users.administrator.id, email: 'administrator@example.org' }
  const old = { ...read(claims), iat: 1, exp: 2 }
  const secret = createHash('sha256').update('only for this test, thrown away').digest('hex').slice(0, 32)
  const forged = [
    `${written({ alg: 'none', typ: 'JWT' })}.${claims}.`,
    `${written({ alg: 'none', typ: 'JWT' })}.${written(other)}.`,
    `${head}.${written(other)}.${sign}`,
    signed(`${head}.${written(other)}`, 'a guessed secret'),
    signed(`${head}.${written(other)}`, secret),
    signed(`${head}.${written(old)}`, secret),
    `${head}.${claims}.`,
    `${head}.${claims}.${sign.slice(0, -2)}AA`,
  ]
  expect(await ask('GET', `users/${id}`, byHeader(token))).toBe(200)
  for (const each of forged)
    for (const headers of [byHeader(each), byCookie(each)])
      expect([each, await ask('GET', 'cases?limit=1', headers)]).toEqual([each, 401])
})
