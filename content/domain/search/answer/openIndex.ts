import { type Load, LoadFailed, NoIndexYet } from '../index/load.ts'
import { Merged } from '../index/merged.ts'
import { Recent, type RecentFile } from '../index/recent.ts'
import { Settled } from '../index/settled.ts'
import type { Answer, HitDocument, SearchIndex } from './answer.ts'
import { facetCounts } from './facetCounts.ts'
import { searchMerged } from './searchMerged.ts'

/** `search/current.json`: which settled index is read. */
const CURRENT_PATH = 'search/current.json'
/** `search/recent.json`: what changed since that index was made. */
const RECENT_PATH = 'search/recent.json'

/**
 * Opens the index of a site. What changed since is asked for only where the pointer does not say that there is nothing.
 * @throws LoadFailed when a piece does not come whole, NoIndexYet while the first index is being made
 */
export async function openIndex(load: Load): Promise<SearchIndex> {
  const { folder, recent } = await readCurrent(load)
  if (folder === null) throw new NoIndexYet()
  const [settled, since] = await Promise.all([
    Settled.open(load, `search/${folder}/`),
    recent ? readRecent(load, folder) : NOTHING_SINCE,
  ])
  return indexOf(settled, since)
}

const NOTHING_SINCE: RecentFile = { dead: [], documents: [], left: 0 }

/** The index over a settled part and what changed since. */
export function indexOf(settled: Settled, recent: RecentFile): SearchIndex {
  const merged = new Merged(settled, new Recent(recent.documents, settled.head.mean), new Set(recent.dead))
  return {
    size: merged.size,
    left: recent.left,
    search: (asked) => searchMerged(asked, merged),
    facet: (id, answer: Answer) => facetCounts(id, answer.holding ?? new Uint32Array(0), merged),
    fileOf: (ordinal) => (ordinal < settled.head.size ? settled.blockOf(ordinal) : null),
    documents: (ordinals) => Promise.all(ordinals.map((ordinal) => documentOf(ordinal, merged))),
  }
}

async function documentOf(ordinal: number, merged: Merged): Promise<HitDocument> {
  const [table, scope] = merged.table(ordinal)
  const recent = merged.recent.documents[ordinal - merged.settled.head.size]
  const { key, path, title, line } = recent ?? (await merged.settled.document(ordinal))
  return { ordinal, table, scope, key, path, title, line }
}

async function readCurrent(load: Load): Promise<{ folder: string | null; recent: boolean }> {
  const { folder, recent } = (await readJson(load, CURRENT_PATH)) as { folder?: unknown; recent?: unknown }
  if (folder !== null && typeof folder !== 'string') throw new LoadFailed(CURRENT_PATH, '没有写索引在哪里')
  return { folder, recent: recent !== false }
}

async function readRecent(load: Load, current: string): Promise<RecentFile> {
  const recent = (await readJson(load, RECENT_PATH)) as Partial<RecentFile & { folder: string | null }>
  const { folder, dead, documents, left } = recent
  if (folder === undefined || !Array.isArray(dead) || !Array.isArray(documents) || typeof left !== 'number')
    throw new LoadFailed(RECENT_PATH, '少了一栏')
  // The two files are read one after the other, so a switch may come between them.
  if (folder !== current) throw new LoadFailed(RECENT_PATH, '网站刚刚更新，请再试一次')
  return { dead, documents, left }
}

async function readJson(load: Load, path: string): Promise<object> {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(await load(path)))
    if (typeof value === 'object' && value !== null) return value
    throw new Error('不是要的内容')
  } catch (error) {
    if (error instanceof LoadFailed) throw error
    throw new LoadFailed(path, error instanceof Error ? error.message : String(error))
  }
}
