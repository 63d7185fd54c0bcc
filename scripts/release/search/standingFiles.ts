import { ROW_LISTS_FILE } from '#domain/figures/rowLists'
import { SEARCH_DUTIES } from './dutyFile.ts'
import { SEARCH_RECENT } from './recentSearch.ts'
import { SEARCH_CURRENT } from './searchPointer.ts'

const STANDING = ['release.json', SEARCH_CURRENT, SEARCH_RECENT, SEARCH_DUTIES, ROW_LISTS_FILE]

/** Files that every release has and no tree lists while it is being made. */
export function isStanding(path: string): boolean {
  return STANDING.includes(path) || path.startsWith('data/snapshot/')
}
