import { join } from 'node:path'
import { BlobStore } from './blobStore.ts'
import { TreeStore } from './treeStore.ts'

/** The content store of a `DATA_DIR`: blobs and directories by hash. */
export type Store = { blobs: BlobStore; trees: TreeStore }

export function openStore(dataDir: string): Store {
  const blobs = new BlobStore(join(dataDir, 'store', 'blobs'))
  return { blobs, trees: new TreeStore(join(dataDir, 'store', 'dirs'), blobs) }
}
