import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { BlobStore, SYNC_ONE_BY_ONE } from './blobStore.ts'
import { TreeStore } from './treeStore.ts'

/** The content store of a `DATA_DIR`: blobs and directories by hash. */
export type Store = { blobs: BlobStore; trees: TreeStore }

export function openStore(dataDir: string): Store {
  const blobs = new BlobStore(join(dataDir, 'store', 'blobs'))
  return { blobs, trees: new TreeStore(join(dataDir, 'store', 'dirs'), blobs) }
}

/**
 * Makes what is new durable where it is much, and lets this process go on meanwhile: for as long as the disk takes it can
 * say that it lives. What is little, or comes later, waits for `flush`.
 */
export async function settle({ blobs, trees }: Store): Promise<void> {
  const [files, folders] = [new Set(blobs.unsettled()), new Set(trees.unsettled())]
  if (files.size + folders.size <= SYNC_ONE_BY_ONE) return
  await promisify(execFile)('sync', ['-f', blobs.folder])
  blobs.settled(files)
  trees.settled(folders)
}
