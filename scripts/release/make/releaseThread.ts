// The thread behind ReleaseThreads.
import { parentPort, workerData } from 'node:worker_threads'
import { datasetOf } from '#domain/published/datasets'
import { pageFaults } from '../pages/pageChecks.ts'
import { loadRenderer } from '../pages/renderer.ts'
import { marksOf } from '../pages/templateMarks.ts'
import { openStore } from '../store/store.ts'
import { sumsOfLot } from '../tables/countLot.ts'
import { WholeTables } from '../tables/wholeTables.ts'
import { claimsOn } from '../workers/figureClaims.ts'
import type { Answer, Errand, Made } from '../workers/releaseThreads.ts'

const port = parentPort as NonNullable<typeof parentPort>
const store = openStore((workerData as { dataDir: string }).dataDir)
const { renderer, code } = await loadRenderer()
/** Links that were named already in this batch of work. */
let named = { batch: 0, links: new Set<string>() }

async function page({ path, view, hash, batch }: Extract<Errand, { kind: 'page' }>): Promise<Made> {
  if (named.batch !== batch) named = { batch, links: new Set() }
  const html = await renderer.render(path, JSON.parse(view), hash)
  const links: string[] = []
  const faults = pageFaults({ path, html }, (target) => {
    if (!named.links.has(target)) links.push(target)
    named.links.add(target)
    return true
  })
  return {
    path,
    blob: store.blobs.putText(html, path),
    faults,
    marks: marksOf(path, html),
    claims: claimsOn(html),
    links,
  }
}

async function run(errand: Errand): Promise<Made | null> {
  switch (errand.kind) {
    case 'page':
      return page(errand)
    case 'text':
      store.blobs.putText(errand.text, '')
      return null
    case 'count':
      sumsOfLot(store.blobs, errand.lot)
      return null
    case 'table': {
      const { parts, dataset, format, path } = errand
      const blob = new WholeTables(store).put(parts, datasetOf(dataset), format)
      return { path, blob, faults: [], marks: [], claims: [], links: [] }
    }
  }
}

port.on('message', async (errands: Errand[]) => {
  const made: Made[] = []
  for (const errand of errands) {
    const file = await run(errand)
    if (file) made.push(file)
  }
  port.postMessage({ count: errands.length, made, written: store.blobs.takeFresh() } satisfies Answer)
})
port.postMessage({ code })
