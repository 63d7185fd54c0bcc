import { request as ask, type IncomingMessage, METHODS, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MOST_BYTES } from '../../../cms/src/imports/reading/limits.ts'
import { LARGEST } from '../../../cms/src/rest/boundedBody.ts'
import { CLIENT_HEADER as READ_BY_THE_NEWSROOM } from '../../../cms/src/rest/login.ts'
import { CLIENT_HEADER, clientOf, newsroomServer } from '../../../scripts/processes/serve/newsroomServer.ts'

const from = (peer: string, forwarded?: string) =>
  clientOf({
    socket: { remoteAddress: peer },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage)

describe('the address of a client', () => {
  test('is what a proxy of ours says, from a loopback or private peer only', () => {
    const ours = ['127.0.0.1', '::1', '10.1.2.3', '172.16.0.9', '192.168.1.2', 'fd00::7', '::ffff:127.0.0.1']
    for (const peer of ours) {
      expect([peer, from(peer, '203.0.113.7')]).toEqual([peer, '203.0.113.7'])
      expect([peer, from(peer, '198.51.100.1, 203.0.113.7')]).toEqual([peer, '203.0.113.7'])
      expect([peer, from(peer, '198.51.100.1, 203.0.113.7, 10.0.0.5')]).toEqual([peer, '203.0.113.7'])
      expect([peer, from(peer)]).toEqual([peer, peer])
    }
    for (const peer of ['203.0.113.9', '8.8.8.8', '2001:db8::1', '172.32.0.1', '11.0.0.1'])
      expect([peer, from(peer, '198.51.100.1')]).toEqual([peer, peer])
  })
})

describe('the server around the newsroom', () => {
  let server: Server
  const seen: IncomingMessage[] = []
  beforeAll(async () => {
    server = newsroomServer((request, response) => {
      seen.push(request)
      response.end('fine')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  })
  afterAll(() => void server.close())

  const send = (path: string, headers: Record<string, string>, method = 'POST') =>
    new Promise<{ status: number; policy: string }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const sent = ask({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        answer.resume()
        resolve({
          status: answer.statusCode ?? 0,
          policy: String(answer.headers['content-security-policy']),
        })
        // A body that was announced never comes: the next request has a connection of its own.
        sent.destroy()
      })
      sent.on('error', reject)
      sent.end()
    })

  test('says who the client is in a header that the newsroom reads, whatever the client sends there', async () => {
    expect(CLIENT_HEADER).toBe(READ_BY_THE_NEWSROOM)
    for (const name of [CLIENT_HEADER, CLIENT_HEADER.toUpperCase()])
      expect((await send('/api/users/login', { [name]: '1.2.3.4' })).status).toBe(200)
    expect(seen.map((request) => request.headers[CLIENT_HEADER])).toEqual(['127.0.0.1', '127.0.0.1'])
  })

  test('knows the methods of REST and of pages; any other is said not to be there, and nothing behind sees it', async () => {
    const before = seen.length
    for (const method of METHODS.filter((each) => each !== 'CONNECT')) {
      const isKnown = ['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE'].includes(method)
      expect([method, (await send('/api/health', {}, method)).status]).toEqual([method, isKnown ? 200 : 405])
    }
    expect(seen.length - before).toBe(7)
  })

  test('takes a body of unknown length at the interface only, where it is counted', async () => {
    for (const cookie of ['payload-token=x', ''])
      for (const path of ['/admin', '/admin/account', '/', '/_next/x', '/apix', '/adminapi/']) {
        const sent = await send(path, { cookie, 'transfer-encoding': 'chunked' })
        expect([path, sent.status]).toEqual([path, 411])
      }
    expect((await send('/api/users/login', { 'transfer-encoding': 'chunked' })).status).toBe(200)
  })

  test('takes in nothing that no address would take, and no address that is another machine’s', async () => {
    const before = seen.length
    const MB = 1024 * 1024
    const huge = { 'content-length': String(500 * MB), cookie: 'payload-token=x' }
    for (const path of [
      '/api/media',
      '/api/import-files',
      '/api/cases',
      '/admin',
      '/nothing',
      '/api/media/../cases',
    ])
      expect([path, (await send(path, huge)).status]).toEqual([path, 413])
    expect((await send('/api/cases', { ...huge, 'content-length': String(20 * MB) })).status).toBe(413)
    expect((await send('/admin', { 'content-length': String(MB) })).status).toBe(413)
    expect((await send('http://elsewhere.example/api/health', {}, 'GET')).status).toBe(400)
    expect(seen.length).toBe(before)
  })

  test('lets through to each address as much as that address takes, and says so itself only of more', async () => {
    const { photo, workbook, record, withoutSession } = LARGEST
    expect(workbook).toBeGreaterThan(MOST_BYTES)
    const signedIn = { cookie: 'payload-token=x' }
    const taken: [string, number, Record<string, string>][] = [
      ['/api/media', photo, signedIn],
      ['/api/media/?depth=0', photo, signedIn],
      ['/api/import-files', workbook, signedIn],
      ['/api/import-files/', workbook, { authorization: 'JWT x' }],
      ['/api/import-files/1/commit', record, signedIn],
      ['/api/cases', record, signedIn],
      ['/api/users/login', withoutSession, {}],
    ]
    for (const [path, bytes, who] of taken) {
      const status = async (length: number) =>
        (await send(path, { ...who, 'content-length': String(length) })).status
      expect([path, await status(bytes), await status(bytes + 2 * 1024 * 1024)]).toEqual([path, 200, 413])
    }
  })

  test('says in words that an address cannot be read, wherever its sign stands and whoever asks', async () => {
    const before = seen.length
    for (const sign of ['%', '%z', '%zz', '%E0%A4%A', '%FF', '%C3%28'])
      for (const path of [`/api/${sign}`, `/api/users/${sign}`, `/admin/${sign}`, `/${sign}/x?y`])
        for (const method of ['GET', 'POST'])
          expect([path, (await send(path, {}, method)).status]).toEqual([path, 400])
    expect(seen.length).toBe(before)
    expect((await send('/api/%E4%BA%BA?where=%E0%A4%A', {}, 'GET')).status).toBe(200)
  })

  test('lets only scripts with the nonce of this one answer run, which the page maker is told', async () => {
    const nonces = new Set<string>()
    for (let n = 0; n < 3; n++) {
      const { policy } = await send('/admin', {}, 'GET')
      expect(policy).toBe(seen.at(-1)?.headers['content-security-policy'])
      const [, nonce] = /script-src 'self' 'nonce-([^']{20,})'/.exec(policy) ?? []
      nonces.add(String(nonce))
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    }
    expect(nonces.size).toBe(3)
  })
})
