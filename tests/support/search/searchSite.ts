import { readFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { SearchDocument } from '#domain/search/document'
import { TYPES } from '../browser/portalPages.ts'
import { madeOnce } from '../run/madeOnce.ts'
import { pointerText, writeSearchFiles } from './searchFiles.ts'

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
  /** Alters the pointer; it says whether anything changed since the index was made. */
  point: (recent: boolean) => void
  close: () => void
}

const MOUNT = '/gov/shao/'

/** A server of a file's own on the files that all of them share. */
export async function openSearchSite(): Promise<SearchSite> {
  const made = await madeOnce('search', writeSearchFiles)
  const folder = path.join(made, 'site')
  const documents = JSON.parse(readFileSync(path.join(made, 'documents.json'), 'utf8')) as SearchDocument[]
  const kept = new Map<string, Encoded>()
  const point = (recent: boolean) => {
    kept.set('search/current.json', encoded('search/current.json', Buffer.from(pointerText(recent))))
  }
  const site = { documents, folder, failing: null, asked: [], point } as unknown as SearchSite
  const server = createServer((request, answer) => {
    const asked = (request.url ?? '').slice(MOUNT.length)
    const file = decodeURIComponent(asked.split('?')[0] as string)
    if (site.failing?.of.test(file)) return fail(site, site.failing, file, answer)
    try {
      const { body, encoding } = kept.get(file) ?? encoded(file, readFileSync(path.join(folder, file)))
      kept.set(file, { body, encoding })
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
  }
  return site
}

type Encoded = { body: Buffer; encoding: 'br' | 'gzip' | null }

/** As the product sends it: brotli for what has a twin of that kind, gzip for the rest. */
function encoded(file: string, bytes: Buffer): Encoded {
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
