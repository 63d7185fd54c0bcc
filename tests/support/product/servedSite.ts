import { mkdirSync, mkdtempSync, renameSync, symlinkSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { siteServer } from '../../../scripts/processes/serve/siteServer.ts'
import { openStore, type Store } from '../../../scripts/release/store/store.ts'
import { removeFolder } from '../removeFolder.ts'

/** A site server on a `DATA_DIR` whose releases a test makes from plain texts. */
export type ServedSite = {
  dataDir: string
  store: Store
  server: FastifyInstance
  address: string
  /** A release of the real store: a tree, and a folder of the release with a link to it. Returns the tree's folder. */
  release: (sequence: number, files: Record<string, string>) => string
  /** The one rename. */
  switchTo: (sequence: number) => void
  close: () => Promise<void>
}

export async function openServedSite(): Promise<ServedSite> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'serve-'))
  const store = openStore(dataDir)
  const server = siteServer(dataDir)
  await server.listen({ host: '127.0.0.1', port: 0 })
  let links = 0
  return {
    dataDir,
    store,
    server,
    address: `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    release: (sequence, files) => {
      const blobs = new Map(Object.entries(files).map(([name, text]) => [name, store.blobs.put(text)]))
      for (const [name, blob] of blobs)
        store.blobs.makeTwins(blob, name, name.startsWith('_astro/') ? 'asset' : 'page')
      const tree = store.trees.pathOf(store.trees.edit(null, blobs))
      const folder = path.join(dataDir, 'releases', String(sequence))
      mkdirSync(folder, { recursive: true })
      symlinkSync(tree, path.join(folder, 'tree'))
      writeFileSync(path.join(folder, 'release.json'), `{"sequence":${sequence}}`)
      return tree
    },
    switchTo: (sequence) => {
      const next = path.join(dataDir, `next-${links++}`)
      symlinkSync(path.join('releases', String(sequence)), next)
      renameSync(next, path.join(dataDir, 'public'))
    },
    close: async () => {
      await server.close()
      removeFolder(dataDir)
    },
  }
}
