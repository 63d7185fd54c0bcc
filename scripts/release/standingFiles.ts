import { SEARCH_CURRENT } from './searchPointer.ts'

/** Files that every release has and no tree lists while it is being made. */
export function isStanding(path: string): boolean {
  return path === 'release.json' || path === SEARCH_CURRENT || path.startsWith('data/snapshot/')
}
