import { rmSync, writeFileSync } from 'node:fs'
import { Agent, get as httpGet, type IncomingHttpHeaders } from 'node:http'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { siteServer } from '../../scripts/processes/serve/siteServer.ts'
import { openServedSite, type ServedSite } from '../support/product/servedSite.ts'

let site: ServedSite
const connections = new Agent({ keepAlive: true, maxSockets: 16 })

const get = (where: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(site.address + where, { method, headers, redirect: 'manual' })

const page = (version: number, length: number) =>
  `<html>v${version} ${'字'.repeat(length)} v${version}</html>`

beforeAll(async () => {
  site = await openServedSite()
})
afterAll(async () => {
  connections.destroy()
  await site.close()
})

test('before the first release readers get a sentence, not an error page', async () => {
  const answer = await get('/')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toMatch(/第一个版本/)
})

describe('with releases', () => {
  beforeAll(() => {
    site.release(1, {
      'index.html': page(1, 200),
      'cases/index.html': 'list',
      '404.html': 'missing',
      '_astro/old.aaaa.css': 'old',
      'icon.svg': '<svg/>',
      'search/aaaa/x.pf': 'found a case',
      'media/one.webp': 'photo',
      '_astro/app.bbbb.js': '/* 脚本 */'.repeat(100),
      'data/cases.csv': 'a,b',
      'data/snapshot/cases.ndjson': '{}\n',
    })
    site.release(2, { 'index.html': page(2, 3000), 'cases/index.html': 'list', '404.html': 'missing' })
    site.switchTo(1)
  })

  test('files have their type, and headers that keep them in their place', async () => {
    const answer = await get('/data/cases.csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'self'")
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    // Any site's pages may read the open data, and nothing else.
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect((await get('/cases/index.html')).headers.has('access-control-allow-origin')).toBe(false)
    expect((await get('/_astro/old.aaaa.css')).headers.get('cache-control')).toMatch(/immutable/)
    expect((await get('/media/one.webp')).headers.get('cache-control')).toBe('public, max-age=86400')
    // Browsers ask for the sign of a tab again with every address of a search.
    expect((await get('/icon.svg')).headers.get('cache-control')).toMatch(/max-age=86400/)
    const typeOf = async (where: string) => (await get(where)).headers.get('content-type')
    expect(await typeOf('/')).toBe('text/html; charset=utf-8')
    expect(await typeOf('/_astro/app.bbbb.js')).toBe('application/javascript; charset=utf-8')
    expect(await typeOf('/data/snapshot/cases.ndjson')).toBe('application/x-ndjson; charset=utf-8')
    expect(await typeOf('/release.json')).toBe('application/json; charset=utf-8')
    expect(await typeOf('/search/aaaa/x.pf')).toBe('application/octet-stream')
  })

  test('dotfiles, twins by name, steps upwards and broken encoding are not there', async () => {
    for (const where of [
      '/.key',
      '/index.html.gz',
      '/cases/.x',
      '/%2e%2e/releases/1/release.json',
      '/a%00b',
      '/%E0%A4',
      '/cases/..%2f..%2findex.html',
      '/cases//index.html',
      '/cases%5c..%5cindex.html',
    ])
      expect((await site.server.inject({ url: where })).statusCode, where).toBeGreaterThanOrEqual(400)
    expect((await get('/index.html.gz')).status).toBe(404)
  })

  test('a folder without its slash leads to the folder by a relative address', async () => {
    const answer = await get('/cases?x=1')
    expect(answer.status).toBe(301)
    expect(answer.headers.get('location')).toBe('./cases/?x=1')
    expect(await (await get('/cases/')).text()).toBe('list')
  })

  test('what is not there answers 404 with the page of the site; writing is refused', async () => {
    const answer = await get('/cases/nothing.html')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('missing')
    expect((await get('/', {}, 'POST')).status).toBe(405)
    const head = await get('/', { 'accept-encoding': 'identity' }, 'HEAD')
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(page(1, 200))))
    expect(await head.text()).toBe('')
  })

  test('open tabs find earlier assets and search folders until a withdrawal; media never', async () => {
    site.switchTo(2)
    expect((await get('/_astro/old.aaaa.css')).status).toBe(200)
    expect((await get('/search/aaaa/x.pf')).status).toBe(200)
    expect((await get('/media/one.webp')).status).toBe(404)
    writeFileSync(path.join(site.dataDir, 'withdrawn-since'), '2\n')
    expect((await get('/_astro/old.aaaa.css')).status).toBe(200)
    expect((await get('/search/aaaa/x.pf')).status).toBe(404)
  })

  test('a file that was tidied away while it was asked for is found where it is now', async () => {
    site.switchTo(1)
    const asked = '/_astro/going.cccc.css'
    const old = site.release(3, { [asked.slice(1)]: 'old' })
    site.release(4, { [asked.slice(1)]: 'now' })
    site.switchTo(3)
    const going = siteServer(site.dataDir)
    going.addHook('preHandler', async () => {
      site.switchTo(4)
    })
    // The library is given the folder and finds it empty, as after a tidying in between.
    going.addHook('onRequest', async (_request, reply) => {
      const sendFile = reply.sendFile.bind(reply)
      let first = true
      reply.sendFile = ((file: string, root: string) => {
        if (first) rmSync(old, { recursive: true })
        const from = first ? old : root
        first = false
        return sendFile(file, from)
      }) as typeof reply.sendFile
    })
    const answer = await going.inject({ url: asked })
    expect([answer.statusCode, answer.payload]).toEqual([200, 'now'])
    await going.close()
    site.switchTo(1)
  })

  test.each([
    ['whole', {}],
    ['in parts', { range: 'bytes=0-' }],
  ])(
    'fifty switches under 16 connections, pages %s: no failed and no mixed answer',
    {
      timeout: 60_000,
    },
    async (_, headers) => {
      let isOver = false
      const counts = { answers: 0, bad: [] as string[], versions: new Set<string>() }
      const reader = async (name: number) => {
        while (!isOver) {
          const encoding = name % 2 ? 'gzip' : 'identity'
          const answer = await rawGet('/', { 'accept-encoding': encoding, ...headers })
          const bytes = answer.headers['content-encoding'] === 'gzip' ? gunzipSync(answer.body) : answer.body
          const match = /^<html>(v\d) (字+) (v\d)<\/html>$/.exec(bytes.toString())
          counts.answers++
          const isWhole = answer.body.length === Number(answer.headers['content-length'])
          const isRight = answer.status === ('range' in headers ? 206 : 200) && isWhole
          if (!isRight || !match || match[1] !== match[3]) counts.bad.push(`${answer.status} ${bytes.length}`)
          else counts.versions.add(`${match[1]}:${match[2]?.length} ${encoding}`)
        }
      }
      const readers = Array.from({ length: 16 }, (_, i) => reader(i))
      for (let i = 0; i < 50; i++) {
        site.switchTo((i % 2) + 1)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      isOver = true
      await Promise.all(readers)
      expect(counts.bad).toEqual([])
      expect(counts.answers).toBeGreaterThan(200)
      expect([...counts.versions].sort()).toEqual(
        ['v1:200', 'v2:3000'].flatMap((v) => [`${v} gzip`, `${v} identity`]),
      )
    },
  )
})

/** One answer with the bytes as they came, on a connection that is kept. */
function rawGet(
  where: string,
  headers: Record<string, string>,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const request = httpGet(site.address + where, { headers, agent: connections }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      )
    })
    request.on('error', reject)
  })
}
