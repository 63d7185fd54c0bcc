import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { createIndex } from 'pagefind'
import { type Browser, chromium } from 'playwright-core'
import type { SearchDocument } from '#domain/search/document'
import { childEnvironment } from '../../../scripts/processes/command/environment.ts'
import { CHROMIUM_FLAGS } from '../../../scripts/processes/install/chromiumFlags.ts'
import { findChromium } from '../../../scripts/processes/install/findChromium.mjs'
import type { Read } from './countingLoader.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.html': 'text/html',
  '.wasm': 'application/wasm',
}
/** Every measured question comes after this one, so that what is loaded once is not counted. */
const FIRST = '小区'

/** Pagefind over the same texts as it comes, asked in a real browser; what it loads is counted at the socket. */
export class PagefindAsItComes {
  private readonly browser: Browser
  private readonly server: Server
  private readonly address: string
  private readonly served: Read

  private constructor(browser: Browser, server: Server, address: string, served: Read) {
    this.browser = browser
    this.server = server
    this.address = address
    this.served = served
  }

  /** Makes its index in a folder and opens a browser. Throws in words where there is none. */
  static async open(documents: Iterable<SearchDocument>, folder: string): Promise<PagefindAsItComes> {
    const found = findChromium(childEnvironment(), (line: string) => console.error(line))
    if ('missing' in found) throw new Error(found.missing)
    const { index, errors } = await createIndex({})
    if (!index) throw new Error(errors.join('；'))
    for (const { key, title, names, texts } of documents)
      await index.addCustomRecord({
        url: `/${key}`,
        content: [title, ...names, ...texts].join('。'),
        language: 'zh-cn',
        meta: { title },
      })
    await index.writeFiles({ outputPath: folder })
    await index.deleteIndex()
    const served: Read = { bytes: 0, requests: 0 }
    const server = serverOf(folder, served)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('没有端口可用')
    const browser = await chromium.launch({ executablePath: found.path, args: CHROMIUM_FLAGS })
    return new PagefindAsItComes(browser, server, `http://127.0.0.1:${address.port}`, served)
  }

  /** Keys of its first hits, and what finding and showing them loaded. */
  async ask(text: string, most = 10): Promise<{ found: string[]; read: Read }> {
    const page = await this.browser.newPage()
    try {
      await page.goto(`${this.address}/index.html`)
      await page.evaluate(hitsOf, { text: FIRST, most: 1 })
      const before = { ...this.served }
      const urls = await page.evaluate(hitsOf, { text, most })
      const read = {
        bytes: this.served.bytes - before.bytes,
        requests: this.served.requests - before.requests,
      }
      return { found: urls.map((url) => url.replace(/^.*\//, '')), read }
    } finally {
      await page.close()
    }
  }

  async close(): Promise<void> {
    await this.browser.close()
    this.server.closeAllConnections()
    await new Promise((done) => this.server.close(done))
  }
}

/** Runs in the page. */
async function hitsOf({ text, most }: { text: string; most: number }): Promise<string[]> {
  const address = '/pagefind.js'
  const pagefind = await import(address)
  const { results } = await pagefind.search(text)
  const hits = results.slice(0, most) as { data: () => Promise<{ raw_url?: string; url: string }> }[]
  return Promise.all(hits.map(async (hit) => (await hit.data()).url))
}

function serverOf(folder: string, served: Read): Server {
  return createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname
    const file = path.join(folder, name)
    response.setHeader('cache-control', 'no-store')
    response.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
    if (name === '/index.html') {
      response.end('<!doctype html><title>pagefind</title>')
      return
    }
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.statusCode = 404
      response.end()
      return
    }
    served.requests++
    served.bytes += statSync(file).size
    createReadStream(file).pipe(response)
  })
}
