import { existsSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { sha256 } from '#domain/records/snapshot'
import { linksOf } from '../../../scripts/release/pages/pageChecks.ts'
import { openStore } from '../../../scripts/release/store/store.ts'
import { liveRelease } from '../../../scripts/release/store/switchRelease.ts'
import { rowsWaiting } from '../../../scripts/release/tables/waitingRows.ts'

/**
 * What is wrong with the public site: files whose bytes are not those of their hash, links that lead nowhere, a public
 * link that leads to no folder. Read from the disk anew, as a reader's request would.
 */
export function faultsOfSite(dataDir: string): string[] {
  const live = liveRelease(dataDir)
  if (!live) return ['nothing is public']
  const tree = path.join(realpathSync(path.join(dataDir, 'public')), 'tree')
  if (!existsSync(path.join(tree, 'index.html'))) return [`${tree} has no home page`]
  const store = openStore(dataDir)
  if (live.release.id !== live.roots.tree)
    return ['release.json names another tree than the one that is public']
  const files = new Map<string, string>()
  const waiting = rowsWaiting(store, live.roots.tree)
  const faults: string[] = []
  for (const { path: file, blob } of store.trees.walk(live.roots.tree)) {
    const bytes = store.blobs.read(blob)
    if (sha256(bytes) !== blob) faults.push(`${file} has other bytes than its hash says`)
    if (!existsSync(path.join(tree, file))) faults.push(`${file} is in the listing and not on the disk`)
    files.set(file, bytes.toString('utf8'))
  }
  for (const [file, html] of files)
    if (file.endsWith('.html') && file !== '404.html')
      for (const link of linksOf({ path: file, html }))
        if (!files.has(link.path) && link.path !== 'release.json' && !waiting.has(link.path))
          faults.push(`${file} links to ${link.path}, which is not there`)
  return faults
}
