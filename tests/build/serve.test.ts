import { linkSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { siteServer } from '../../scripts/processes/siteServer.ts'

const dataDir = mkdtempSync(path.join(tmpdir(), 'serve-'))
const server = siteServer(dataDir)
let address = ''
let links = 0

/** A release by hand: a folder in the store and a folder of the release with a link to it. */
function release(sequence: number, files: Record<string, string>): void {
  const store = path.join(dataDir, 'store', `tree-${sequence}`)
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(store, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
    if (name.endsWith('.html')) writeFileSync(`${file}.gz`, gzipSync(text))
  }
  const folder = path.join(dataDir, 'releases', String(sequence))
  mkdirSync(folder, { recursive: true })
  symlinkSync(store, path.join(folder, 'tree'))
}

function switchTo(sequence: number): void {
  const next = path.join(dataDir, `next-${links++}`)
  symlinkSync(path.join('releases', String(sequence)), next)
  renameSync(next, path.join(dataDir, 'public'))
}

const get = (where: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(address + where, { method, headers, redirect: 'manual' })

const page = (version: number, length: number) =>
  `<html>v${version} ${'字'.repeat(length)} v${version}</html>`

beforeAll(async () => {
  await server.listen({ host: '127.0.0.1', port: 0 })
  address = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true })
})

test('before the first release readers get a sentence, not an error page', async () => {
  const answer = await get('/')
  expect(answer.status).toBe(503)
  expect(await answer.text()).toMatch(/第一个版本/)
})

describe('with releases', () => {
  beforeAll(() => {
    release(1, {
      'index.html': page(1, 10),
      'cases/index.html': 'list',
      '404.html': 'missing',
      '_astro/old.aaaa.css': 'old',
      'search/aaaa/x.pf': 'found a case',
      'media/one.webp': 'photo',
      'data/cases.csv': 'a,b',
    })
    release(2, { 'index.html': page(2, 3000), 'cases/index.html': 'list', '404.html': 'missing' })
    linkSync(path.join(dataDir, 'store/tree-1/data/cases.csv'), path.join(dataDir, 'store/tree-2/cases.csv'))
    switchTo(1)
  })

  test('files have their type, and headers that keep them in their place', async () => {
    const answer = await get('/data/cases.csv')
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'self'")
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect((await get('/_astro/old.aaaa.css')).headers.get('cache-control')).toMatch(/immutable/)
    expect((await get('/media/one.webp')).headers.get('cache-control')).toMatch(/immutable/)
  })

  test('a compressed twin is sent where it is accepted, with an ETag of its own', async () => {
    const plain = await get('/', { 'accept-encoding': 'identity' })
    const packed = await server.inject({ url: '/', headers: { 'accept-encoding': 'gzip;q=0.5, br;q=0' } })
    expect(gunzipSync(packed.rawPayload).toString()).toBe(await plain.text())
    expect(packed.headers['content-encoding']).toBe('gzip')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(packed.headers.etag).not.toBe(plain.headers.get('etag'))
    expect(plain.headers.get('vary')).toBe('Accept-Encoding')
  })

  test('an unchanged file is not sent again, a changed one is', async () => {
    const etag = (await get('/', { 'accept-encoding': 'identity' })).headers.get('etag') ?? ''
    const ask = () => get('/', { 'accept-encoding': 'identity', 'if-none-match': etag })
    expect((await ask()).status).toBe(304)
    switchTo(2)
    expect((await ask()).status).toBe(200)
    switchTo(1)
  })

  test('dotfiles, twins by name, steps upwards and broken encoding are not there', async () => {
    for (const where of [
      '/.key',
      '/index.html.gz',
      '/cases/.x',
      '/%2e%2e/releases/1/release.json',
      '/a%00b',
      '/%E0%A4',
    ])
      expect((await server.inject({ url: where })).statusCode, where).toBeGreaterThanOrEqual(400)
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
    expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(page(1, 10))))
    expect(await head.text()).toBe('')
  })

  test('open tabs find earlier assets and search folders until a withdrawal; media never', async () => {
    switchTo(2)
    expect((await get('/_astro/old.aaaa.css')).status).toBe(200)
    expect((await get('/search/aaaa/x.pf')).status).toBe(200)
    expect((await get('/media/one.webp')).status).toBe(404)
    writeFileSync(path.join(dataDir, 'withdrawn-since'), '2\n')
    expect((await get('/_astro/old.aaaa.css')).status).toBe(200)
    expect((await get('/search/aaaa/x.pf')).status).toBe(404)
  })

  test('fifty switches under 16 connections: no failed and no mixed answer', {
    timeout: 60_000,
  }, async () => {
    let isOver = false
    const counts = { answers: 0, bad: 0, versions: new Set<string>() }
    const reader = async () => {
      while (!isOver) {
        const answer = await get('/', { 'accept-encoding': counts.answers % 2 ? 'gzip' : 'identity' })
        const text = await answer.text()
        const match = /^<html>(v\d) (字+) (v\d)<\/html>$/.exec(text)
        counts.answers++
        if (answer.status !== 200 || !match || match[1] !== match[3]) counts.bad++
        else counts.versions.add(`${match[1]}:${match[2]?.length}`)
      }
    }
    const readers = Array.from({ length: 16 }, reader)
    for (let i = 0; i < 50; i++) {
      switchTo((i % 2) + 1)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    isOver = true
    await Promise.all(readers)
    expect(counts.bad).toBe(0)
    expect(counts.answers).toBeGreaterThan(200)
    expect([...counts.versions].sort()).toEqual(['v1:10', 'v2:3000'])
  })
})
