import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { createIndex } from 'pagefind'
import { Statistics } from '#domain/figures/statistics'
import { SEARCHED_TABLES, type SearchDocument } from '#domain/search/document'
import { searchDocumentOf } from '#domain/search/documentOf'
import { makeDutyBook } from '#domain/search/dutyBookOf'
import { facetWordsOf } from '#domain/search/facetWords'
import type { World } from '#domain/world/world'
import { dutyScript, SEARCH_DUTIES } from '../../../scripts/release/search/dutyFile.ts'
import { writeSearchIndex } from '../../../scripts/release/search/index/writeSearchIndex.ts'
import { TYPES } from '../browser/portalPages.ts'
import { builtRenderer, renderPages, shippedWorld } from '../product/shippedSite.ts'
import { removeFolder } from '../removeFolder.ts'

/** The pages that the tests of search and finder open. */
const PAGES =
  /^((index|search)\.html|duties\/(index|category-\d|DEMO-\d-\d+)\.html|departments\/[^/]+\.html|cases\/by\/duty\/)/
const INDEX = 'abcdef012345'
const PAGEFIND = 'pagefind-abcdef'
/** Records that the second index holds; the tests ask it for little. */
const IN_PAGEFIND = 60

/** How a file fails to come: the server does not have it, or the line breaks half-way. */
export type Failure = { of: RegExp; how: '404' | 'broken' }

/** Shipped content as a static site with everything that search reads, behind a server that can fail. */
export type SearchSite = {
  /** Every record that can be found. */
  documents: readonly SearchDocument[]
  /** Folder of the files, for opening them from disk. */
  folder: string
  /** Address of the root, below a sub-path. */
  base: string
  /** What fails from now on; null for nothing. */
  failing: Failure | null
  /** What was asked for since the list was last emptied: paths with their queries, and bytes as sent. */
  asked: { path: string; bytes: number }[]
  /** Writes the pointer; it says whether anything changed since the index was made. */
  point: (recent: boolean) => void
  close: () => void
}

const MOUNT = '/gov/shao/'

export async function openSearchSite(content: 'seed' | 'sample'): Promise<SearchSite> {
  const data = mkdtempSync(path.join(tmpdir(), 'search-site-'))
  const folder = path.join(data, 'site')
  const renderer = await builtRenderer(data)
  const world = await shippedWorld(content)
  world.snapshot.settings.organiser = '指挥部办公室'
  world.snapshot.settings.contact = '0791-88160000'
  cpSync(renderer.clientFiles(), folder, { recursive: true })
  const put = (file: string, text: string) => {
    const full = path.join(folder, file)
    mkdirSync(path.dirname(full), { recursive: true })
    writeFileSync(full, text)
  }
  for (const [file, html] of await renderPages(renderer, world, (address) => PAGES.test(address)))
    put(file, html)
  const book = makeDutyBook(world, new Statistics(world))
  put(SEARCH_DUTIES, dutyScript(book))
  const documents = [...searched(world)]
  for (const d of documents) put(d.path.replace(/html$/, 'json'), JSON.stringify(world.need(d.table, d.key)))
  mkdirSync(path.join(folder, 'search', INDEX))
  writeSearchIndex(documents, (used) => facetWordsOf(world, used), path.join(folder, 'search', INDEX))
  await writePagefind(documents.slice(0, IN_PAGEFIND), path.join(folder, 'search', PAGEFIND))
  const point = (recent: boolean) => {
    const told = { snapshot: '', pagefindOf: '', recent, unfound: 0 }
    put('search/current.json', JSON.stringify({ format: 2, folder: INDEX, pagefind: PAGEFIND, ...told }))
  }
  point(false)
  put('search/recent.json', JSON.stringify({ folder: INDEX, dead: [], documents: [], left: 0 }))

  const site = { documents, folder, failing: null, asked: [], point } as unknown as SearchSite
  const server = createServer((request, answer) => {
    const asked = (request.url ?? '').slice(MOUNT.length)
    const file = decodeURIComponent(asked.split('?')[0] as string)
    if (site.failing?.of.test(file)) return fail(site, site.failing, file, answer)
    try {
      const { body, encoding } = encoded(file, readFileSync(path.join(folder, file)))
      site.asked.push({ path: asked, bytes: body.length })
      answer.setHeader('content-type', TYPES[path.extname(file)] ?? 'application/octet-stream')
      if (encoding) answer.setHeader('content-encoding', encoding)
      answer.end(body)
    } catch {
      site.asked.push({ path: asked, bytes: 0 })
      answer.statusCode = 404
      answer.end()
    }
  }).listen(0)
  site.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}${MOUNT}`
  site.close = () => {
    server.closeAllConnections()
    server.close()
    removeFolder(data)
  }
  return site
}

function* searched(world: World): Generator<SearchDocument> {
  for (const table of SEARCHED_TABLES)
    for (const row of world.all(table)) yield searchDocumentOf(table, row as never, world)
}

async function writePagefind(documents: readonly SearchDocument[], outputPath: string): Promise<void> {
  const { index } = await createIndex({})
  if (!index) throw new Error('pagefind')
  for (const d of documents)
    await index.addCustomRecord({
      url: d.path,
      content: [d.title, ...d.names, ...d.texts].join('。'),
      language: 'zh-cn',
      meta: { title: d.title, sample: d.scope === 'sample' ? '演示' : '' },
    })
  await index.writeFiles({ outputPath })
  await index.deleteIndex()
}

/** As the product sends it: brotli for what has a twin of that kind, gzip for the rest. */
function encoded(file: string, bytes: Buffer): { body: Buffer; encoding: 'br' | 'gzip' | null } {
  if (/^(search\/[^/]+\/.*\.bin|search\/duties\.js|[^/]+\.js|_astro\/.*)$/.test(file))
    return { body: brotliCompressSync(bytes), encoding: 'br' }
  if (/\.(html|js|json|css|svg)$/.test(file)) return { body: gzipSync(bytes, { level: 4 }), encoding: 'gzip' }
  return { body: bytes, encoding: null }
}

function fail(site: SearchSite, failure: Failure, file: string, answer: ServerResponse): void {
  site.asked.push({ path: file, bytes: 0 })
  if (failure.how === '404') {
    answer.statusCode = 404
    answer.end()
    return
  }
  const bytes = readFileSync(path.join(site.folder, file))
  answer.writeHead(200, { 'content-length': bytes.length, 'content-type': TYPES[path.extname(file)] ?? '' })
  answer.write(bytes.subarray(0, bytes.length >> 1), () => answer.destroy())
}
