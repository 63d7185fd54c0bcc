import { posix } from 'node:path'
import { textOf } from './sources.ts'

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+['"]([^'"]+)['"]|import\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g

/** What a file imports, as it says it. */
export function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(IMPORT)].map((m) => (m[1] ?? m[2] ?? m[3]) as string)
}

/** Path in the repository that an import leads to, without an ending where it is said without one; null for a package. */
export function placeOf(file: string, specifier: string): string | null {
  const alias = /^#(domain|host)\//.exec(specifier)
  if (alias) return `content/${specifier.slice(1)}`
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), specifier)) : null
}
