import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../../scripts/release/store/store.ts'
import { openServedSite, type ServedSite } from '../support/product/servedSite.ts'

const LONG = Array.from({ length: 500 }, (_, i) => `行,${i}\r\n`).join('')
let site: ServedSite

beforeAll(async () => {
  site = await openServedSite()
  site.release(1, {
    'index.html': `<p>${'第一版'.repeat(300)}</p>`,
    '404.html': 'missing',
    '_astro/app.bbbb.js': '/* 脚本 */'.repeat(100),
    'data/long.csv': LONG,
    'same-a.html': 'aaaa',
    'same-b.html': 'bbbb',
  })
  site.release(2, { 'index.html': `<p>${'第二版'.repeat(300)}</p>`, '404.html': 'missing' })
  site.switchTo(1)
})
afterAll(() => site.close())

test.each([
  ['gzip;q=0.5, br;q=0', 'gzip'],
  ['br, gzip', 'br'],
  ['gzip, br;q=0.1', 'gzip'],
  ['*', 'gzip'],
  ['gzip;q=0, br;q=0', undefined],
  ['zstd', undefined],
  ['identity', undefined],
])('of a file with twins, Accept-Encoding %s gets %s', async (accepted, encoding) => {
  const { headers } = await site.server.inject({
    url: '/_astro/app.bbbb.js',
    headers: { 'accept-encoding': accepted },
  })
  expect(headers['content-encoding']).toBe(encoding)
  expect(headers['content-type']).toBe('application/javascript; charset=utf-8')
  expect(headers.vary).toMatch(/^accept-encoding$/i)
})

test('a compressed twin holds the same page and has an ETag of its own', async () => {
  const plain = await site.server.inject({ url: '/', headers: { 'accept-encoding': 'identity' } })
  const packed = await site.server.inject({ url: '/', headers: { 'accept-encoding': 'gzip, br' } })
  expect(packed.headers['content-encoding']).toBe('gzip')
  expect(gunzipSync(packed.rawPayload).toString()).toBe(plain.payload)
  expect(plain.headers['content-encoding']).toBeUndefined()
  expect(packed.headers.etag).not.toBe(plain.headers.etag)
})

test('an ETag names the bytes: strong, the same after a rebuild, another one for other bytes of the same size', async () => {
  const tagOf = async (where: string) => (await site.server.inject({ url: where })).headers.etag
  const [a, b] = [await tagOf('/same-a.html'), await tagOf('/same-b.html')]
  expect(a).toMatch(/^"[^"]+"$/)
  expect(a).not.toBe(b)
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'serve-'))
  const rebuilt = openStore(elsewhere)
  const time = statSync(rebuilt.blobs.pathOf(rebuilt.blobs.put('aaaa'))).mtimeMs
  expect(time).toBe(statSync(site.store.blobs.pathOf(site.store.blobs.put('aaaa'))).mtimeMs)
  rmSync(elsewhere, { recursive: true })
})

test.each(['identity', 'gzip'])(
  'as %s, an unchanged file is not sent again, a changed one is',
  async (encoding) => {
    const ask = (headers = {}) =>
      site.server.inject({ url: '/', headers: { 'accept-encoding': encoding, ...headers } })
    const { etag } = (await ask()).headers
    const again = await ask({ 'if-none-match': `"other", ${etag}` })
    expect(again.statusCode).toBe(304)
    expect(again.rawPayload.length).toBe(0)
    expect((await ask({ 'if-none-match': `W/${etag}` })).statusCode).toBe(304)
    site.switchTo(2)
    expect((await ask({ 'if-none-match': etag })).statusCode).toBe(200)
    site.switchTo(1)
  },
)

describe('a part of a file', () => {
  const size = Buffer.byteLength(LONG)
  const part = (headers: Record<string, string>, encoding = 'identity') =>
    site.server.inject({ url: '/data/long.csv', headers: { 'accept-encoding': encoding, ...headers } })

  test.each([
    ['bytes=0-9', 0, 10],
    ['bytes=100-', 100, size],
    ['bytes=-7', size - 7, size],
  ])('%s is exactly those bytes', async (range, from, to) => {
    const answer = await part({ range })
    expect(answer.statusCode).toBe(206)
    expect(answer.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${size}`)
    expect(answer.rawPayload.equals(Buffer.from(LONG).subarray(from, to))).toBe(true)
  })

  test('of the compressed twin is a part of the twin, and says so', async () => {
    const twin = (await part({}, 'gzip')).rawPayload
    const answer = await part({ range: 'bytes=5-24' }, 'gzip')
    expect(answer.statusCode).toBe(206)
    expect(answer.headers['content-encoding']).toBe('gzip')
    expect(answer.headers['content-range']).toBe(`bytes 5-24/${twin.length}`)
    expect(answer.rawPayload.equals(twin.subarray(5, 25))).toBe(true)
  })

  test('beyond the end is refused in words with the size', async () => {
    const answer = await part({ range: `bytes=${size}-` })
    expect(answer.statusCode).toBe(416)
    expect(answer.headers['content-range']).toBe(`bytes */${size}`)
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
  })

  test('goes on only in the same bytes (If-Range); otherwise the LONG file comes', async () => {
    const { etag } = (await part({})).headers
    expect((await part({ range: 'bytes=3-5', 'if-range': String(etag) })).statusCode).toBe(206)
    const other = await part({ range: 'bytes=3-5', 'if-range': '"other"' })
    expect(other.statusCode).toBe(200)
    expect(other.payload).toBe(LONG)
  })

  test('of a page that is not there is no part of the page that says so', async () => {
    const answer = await site.server.inject({
      url: '/none.html',
      headers: { range: 'bytes=0-1', 'if-none-match': '*' },
    })
    expect([answer.statusCode, answer.payload]).toEqual([404, 'missing'])
  })
})
