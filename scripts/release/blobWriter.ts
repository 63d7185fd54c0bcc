// The thread behind BlobWriters.
import { parentPort } from 'node:worker_threads'
import { writeBlobFile, writeTwins } from './blobFile.ts'
import type { Answer, Errand } from './blobWriters.ts'

parentPort?.on('message', (errands: Errand[]) => {
  const written = errands.flatMap(({ path, text, hash, name }) => {
    const blob = writeBlobFile(path, text, hash)
    return [...(blob ? [blob] : []), ...writeTwins(path, text, name, false)]
  })
  parentPort?.postMessage({ count: errands.length, written } satisfies Answer)
})
