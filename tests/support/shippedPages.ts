import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import type { World } from '#domain/world/world'
import { TYPES } from './browser/portalPages.ts'
import { builtRenderer, renderPages } from './product/shippedSite.ts'
import { removeFolder } from './removeFolder.ts'
import { ROOT } from './sources.ts'

/** Pages of a world on a server of their own: an address is rendered when the tests begin, style and scripts are the build's. */
export type ShippedPages = {
  /** Ends with a slash. */
  base: string
  addresses: string[]
  close: () => void
}

/** @param wanted which pages, by address */
export async function serveShipped(
  world: World,
  wanted: (address: string) => boolean,
): Promise<ShippedPages> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'shipped-'))
  const pages = await renderPages(await builtRenderer(dataDir), world, wanted)
  const server = createServer((request, answer) => {
    const asked = (request.url ?? '').slice(1)
    try {
      const body = pages.get(asked) ?? readFileSync(path.join(ROOT, 'site/dist/client', asked))
      answer.setHeader('content-type', TYPES[path.extname(asked)] ?? 'application/octet-stream')
      answer.end(body)
    } catch {
      answer.statusCode = 404
      answer.end()
    }
  }).listen(0)
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    addresses: [...pages.keys()],
    close: () => {
      server.close()
      removeFolder(dataDir)
    },
  }
}
