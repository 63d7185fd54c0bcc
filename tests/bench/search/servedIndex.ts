import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import path from 'node:path'
import type { Statistics } from '#domain/figures/statistics'
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import type { DutyBook } from '#domain/search/dutyBook'
import type { World } from '#domain/world/world'
import { siteServer } from '../../../scripts/processes/serve/siteServer.ts'
import type { Renderer } from '../../../scripts/release/pages/renderer.ts'
import { dutyScript, SEARCH_DUTIES } from '../../../scripts/release/search/dutyFile.ts'
import { pieceTwin } from '../../../scripts/release/search/index/pieceTwin.ts'
import { NOTHING_RECENT, SEARCH_RECENT } from '../../../scripts/release/search/recentSearch.ts'
import { pointerTo, SEARCH_CURRENT } from '../../../scripts/release/search/searchPointer.ts'
import type { TwinKind } from '../../../scripts/release/store/blobFile.ts'
import { openStore } from '../../../scripts/release/store/store.ts'

const PAGE = 'search.html'
/** What the index is called here; in a release the hash of its files names it. */
const FOLDER = 'abcdef012345'

/** One answer of the server: its address below the root, and its bytes on the socket, headers counted. */
export type Sent = { path: string; bytes: number }
export type ServedIndex = {
  address: string
  /** All that was sent since the list was last emptied. */
  sent: Sent[]
  close: () => Promise<void>
}

/**
 * The search page with all that it reads before its first hits, in a store with twins as a release has them, behind
 * the product's own server.
 * @param index folder with the files of a settled index of the world
 * @param work a folder that is still empty
 */
export async function servedIndex(
  renderer: Renderer,
  context: { world: World; statistics: Statistics },
  { book, index }: { book: DutyBook; index: string },
  work: string,
): Promise<ServedIndex> {
  const store = openStore(work)
  const files = new Map<string, string>()
  const put = (name: string, content: string | Uint8Array, kind?: TwinKind) => {
    const blob = store.blobs.put(content)
    if (kind) store.blobs.makeTwins(blob, path.basename(name), kind)
    files.set(name, blob)
  }
  const putFolder = (folder: string, below: string, kindOf: (name: string) => TwinKind) => {
    for (const name of filesIn(folder)) put(below + name, readFileSync(path.join(folder, name)), kindOf(name))
  }
  putFolder(renderer.clientFiles(), '', () => 'asset')
  putFolder(index, `search/${FOLDER}/`, pieceTwin)
  const view = renderer.viewOf(PAGE, context)
  put(PAGE, await renderer.render(PAGE, view, sha256(renderer.viewText(view))), 'page')
  put(SEARCH_DUTIES, dutyScript(book), 'asset')
  const indexes = { folder: FOLDER, snapshot: FOLDER, pagefind: null, pagefindOf: null }
  put(SEARCH_CURRENT, canonicalJson(pointerTo(indexes, NOTHING_RECENT)))
  put(SEARCH_RECENT, canonicalJson(NOTHING_RECENT), 'page')

  const release = path.join(work, 'releases', '1')
  mkdirSync(release, { recursive: true })
  symlinkSync(store.trees.pathOf(store.trees.edit(null, files)), path.join(release, 'tree'))
  writeFileSync(path.join(release, 'release.json'), '{"sequence":1}')
  symlinkSync(path.join('releases', '1'), path.join(work, 'public'))

  const sent: Sent[] = []
  const server = siteServer(work)
  const before = new WeakMap<Socket, number>()
  server.addHook('onResponse', async ({ raw }) => {
    const { socket } = raw
    const address = decodeURI(raw.url ?? '').split('?', 1)[0] as string
    sent.push({ path: address.slice(1), bytes: socket.bytesWritten - (before.get(socket) ?? 0) })
    before.set(socket, socket.bytesWritten)
  })
  const address = await server.listen({ host: '127.0.0.1', port: 0 })
  return { address, sent, close: () => server.close() }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}
