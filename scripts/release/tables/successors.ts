import { datasetOf } from '#domain/published/datasets'
import { canonicalJson, sha256 } from '#domain/records/snapshot'
import type { Store } from '../store/store.ts'
import type { Successors } from '../workers/releaseThreads.ts'
import { readLines } from './readLines.ts'
import { partsOf } from './tableFiles.ts'
import { csvHead } from './tableLines.ts'

/** What each merged department was merged into, read from a tree of parts; empty while nothing was merged. */
export function successorsIn(store: Store, parts: string): Successors {
  const dataset = datasetOf('departments')
  const into = new Map<string, string>()
  for (const { blob } of partsOf(store, parts, dataset, 'csv'))
    for (const line of readLines(csvHead(dataset) + store.blobs.read(blob).toString('utf8')))
      if (line('replacedBy')) into.set(line('slug'), line('replacedBy'))
  const end = (slug: string) => {
    const way = [slug]
    for (let at = into.get(slug); at !== undefined && !way.includes(at); at = into.get(at)) way.push(at)
    return way.at(-1) as string
  }
  return Object.fromEntries([...into.keys()].sort().map((slug) => [slug, end(slug)]))
}

/** The department that stands for one that a line names. */
export function successorOf(successors: Successors | undefined, department: string): string {
  return successors?.[department] ?? department
}

/** Short name of what was merged into what, for notes that hang on it; empty while nothing was. */
export function successorsNote(successors: Successors | undefined): string {
  return successors ? `-${sha256(canonicalJson(successors)).slice(0, 16)}` : ''
}
