import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** Folders that a build writes or a tool fills; never sources. */
const NOT_SOURCES = new Set(['.next', 'dist', '.astro', 'node_modules', 'next-env.d.ts', 'README.md'])

/** Hash of the names and bytes of the given files and folders (below `root`), independent of where the clone lies. */
export function buildKey(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256')
  for (const source of sources)
    for (const file of filesOf(root, source))
      hash
        .update(`${file}\0`)
        .update(readFileSync(path.join(root, file)))
        .update('\0')
  return hash.digest('hex')
}

function filesOf(root: string, relative: string): string[] {
  const full = path.join(root, relative)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [relative]
  return readdirSync(full)
    .filter((name) => !NOT_SOURCES.has(name) && !name.endsWith('.tsbuildinfo'))
    .sort()
    .flatMap((name) => filesOf(root, path.join(relative, name)))
}
