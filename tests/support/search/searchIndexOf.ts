import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SearchIndex } from '#domain/search/answer/answer'
import { openIndex } from '#domain/search/answer/openIndex'
import { SEARCHED_TABLES, type SearchDocument } from '#domain/search/document'
import { searchDocumentOf } from '#domain/search/documentOf'
import { facetWordsOf } from '#domain/search/facetWords'
import type { RecentFile } from '#domain/search/index/recent'
import { emptySnapshot, putRow, World } from '#domain/world/world'
import { shippedContent } from '../../../scripts/content/shippedContent.ts'
import { writeSearchIndex } from '../../../scripts/release/search/index/writeSearchIndex.ts'
import { removeFolder } from '../removeFolder.ts'

/** The shipped facts and so many cases of the demonstration. */
export async function sampleWorld(cases: number): Promise<World> {
  const shipped = await shippedContent('sample', { cases })
  const snapshot = emptySnapshot(shipped.day, shipped.settings)
  snapshot.synonyms = shipped.synonyms
  for (const [table, rows] of Object.entries(shipped.tables))
    for (const row of rows) putRow(snapshot, table as never, row as never)
  return new World(snapshot)
}

/** Every searched record of a world. */
export function documentsOf(world: World): SearchDocument[] {
  return SEARCHED_TABLES.flatMap((table) =>
    world.all(table).map((row) => searchDocumentOf(table, row as never, world)),
  )
}

export const NOTHING_NEW: RecentFile = { dead: [], documents: [], left: 0 }

/** An index on disk as a site serves it, and its reader. */
export type IndexOnDisk = {
  folder: string
  /** Reads a file of the site by its path. */
  read: (path: string) => Uint8Array
  open: (recent?: RecentFile) => Promise<SearchIndex>
  /** Records in the order of their ordinals, as `table TAB key`. */
  keys: string[]
  drop: () => void
}

/** Writes the index of records into a folder of its own. */
export function indexOnDisk(documents: readonly SearchDocument[], world: World): IndexOnDisk {
  const folder = mkdtempSync(join(tmpdir(), 'search-index-'))
  writeSearchIndex(documents, (used) => facetWordsOf(world, used), folder)
  const read = (path: string) => new Uint8Array(readFileSync(join(folder, path.replace('search/made/', ''))))
  return {
    folder,
    read,
    open: (recent = NOTHING_NEW) => openIndex(loadOf(read, recent)),
    keys: readFileSync(join(folder, 'keys.txt'), 'utf8').trimEnd().split('\n'),
    drop: () => removeFolder(folder),
  }
}

/** A loader of a site that serves an index and a recent part. */
export function loadOf(
  read: (path: string) => Uint8Array,
  recent: RecentFile,
): (path: string) => Promise<Uint8Array> {
  const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
  return async (path) => {
    if (path === 'search/current.json') return json({ folder: 'made' })
    if (path === 'search/recent.json') return json({ folder: 'made', ...recent })
    return read(path)
  }
}
