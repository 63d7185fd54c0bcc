import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { siteServer } from '../../scripts/processes/serve/siteServer.ts'
import { openServedSite, type ServedSite } from '../support/product/servedSite.ts'

const PAGE = 'index.html'
const pageOf = (version: number) => `<html>v${version} ${'字'.repeat(2000)}</html>`
let site: ServedSite

beforeEach(async () => {
  site = await openServedSite()
})
afterEach(() => site.close())

async function ask(headers: Record<string, string>, server = site.server, file = PAGE) {
  const answer = await server.inject({ url: `/${file}`, headers })
  const { date: _date, ...others } = answer.headers
  return { status: answer.statusCode, headers: others, body: answer.rawPayload.toString('latin1') }
}

test.each([['gzip'], ['identity'], ['gzip, br']])(
  'an answer that is kept is the one that was read, headers and all (%s)',
  async (encoding) => {
    site.release(1, { [PAGE]: pageOf(1) })
    site.switchTo(1)
    const first = await ask({ 'accept-encoding': encoding })
    expect(first.status).toBe(200)
    expect(await ask({ 'accept-encoding': encoding })).toEqual(first)
    expect((await ask({ 'accept-encoding': encoding === 'identity' ? 'gzip' : 'identity' })).body).not.toBe(
      first.body,
    )
  },
)

test('parts and unchanged files are told as before where a whole answer is kept', async () => {
  site.release(1, { [PAGE]: pageOf(1) })
  site.switchTo(1)
  const whole = await ask({ 'accept-encoding': 'identity' })
  const part = await ask({ 'accept-encoding': 'identity', range: 'bytes=0-7' })
  expect([part.status, part.body]).toEqual([206, '<html>v1'])
  expect((await ask({ 'if-none-match': String(whole.headers.etag) })).status).toBe(304)
  expect(await ask({ 'accept-encoding': 'identity' })).toEqual(whole)
})

test('after a switch nothing of the earlier tree is answered, also nothing that was taken away', async () => {
  site.release(1, { [PAGE]: pageOf(1), 'gone.html': 'gone', '404.html': 'missing' })
  site.release(2, { [PAGE]: pageOf(2), '404.html': 'missing' })
  site.switchTo(1)
  for (const file of [PAGE, 'gone.html']) await ask({}, site.server, file)
  site.switchTo(2)
  expect((await ask({})).body).toContain('v2')
  expect((await ask({}, site.server, 'gone.html')).status).toBe(404)
})

test('a few large answers push out the oldest: memory stays bounded', async () => {
  const files = ['a.html', 'b.html', 'c.html']
  const tree = site.release(1, Object.fromEntries(files.map((file) => [file, file.repeat(1000)])))
  site.switchTo(1)
  const small = siteServer(site.dataDir, 15_000)
  for (const file of files) expect((await ask({}, small, file)).status).toBe(200)
  for (const file of files) rmSync(path.join(tree, file))
  const told = await Promise.all(files.map((file) => ask({}, small, file)))
  expect(told.map(({ status }) => status)).toEqual([404, 200, 200])
  await small.close()
})
