import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { SearchDocument } from '#domain/search/document'
import { facetWordsOf } from '#domain/search/facetWords'
import type { FacetId } from '#domain/world/facets'
import type { World } from '#domain/world/world'
import { childArguments } from '../../../scripts/processes/children/task.ts'
import { childEnvironment, ROOT } from '../../../scripts/processes/command/environment.ts'
import { type Used, watchTree } from '../processTree.ts'

/** Makes the own index of records in a process of its own, and says what that took. */
export async function builtIndex(
  documents: Iterable<SearchDocument>,
  world: World,
  work: string,
): Promise<Used & { seconds: number; folder: string }> {
  const folder = path.join(work, 'index')
  const [file, words] = [path.join(work, 'documents.ndjson'), path.join(work, 'words.json')]
  mkdirSync(folder, { recursive: true })
  const used = new Map<FacetId, Set<string>>()
  const handle = openSync(file, 'w')
  for (const document of documents) {
    writeSync(handle, `${JSON.stringify(document)}\n`)
    for (const [id, values] of Object.entries(document.facets)) {
      const known = used.get(id as FacetId) ?? new Set()
      used.set(id as FacetId, known)
      for (const value of values) known.add(value)
    }
  }
  closeSync(handle)
  writeFileSync(words, JSON.stringify(facetWordsOf(world, used)))
  const began = performance.now()
  const child = spawn(
    process.execPath,
    childArguments(['tests/bench/search/indexTask.ts', file, words, folder]),
    { cwd: ROOT, env: childEnvironment({}), stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let said = ''
  child.stderr.on('data', (data: Buffer) => {
    said = (said + data.toString()).slice(-2000)
  })
  const watched = watchTree(child.pid as number)
  const code = await new Promise((resolve) => child.on('close', resolve))
  const took = watched.stop()
  if (code !== 0) throw new Error(`索引没有做成：${said}`)
  return { ...took, seconds: (performance.now() - began) / 1000, folder }
}
