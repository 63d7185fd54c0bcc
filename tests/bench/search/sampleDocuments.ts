import { SEARCHED_TABLES, type SearchDocument } from '#domain/search/document'
import { searchDocumentOf } from '#domain/search/documentOf'
import { emptySnapshot, putRow, World } from '#domain/world/world'
import { SAMPLE_CASES } from '../../../content/sample/generate.ts'
import { shippedContent } from '../../../scripts/content/shippedContent.ts'

/** Up to this size it is the demonstration as it ships, whose cases the sets of questions know. */
export const AS_SHIPPED = 3000

/** A world of the facts and so many cases of the demonstration, made in memory. */
export async function sampleWorld(cases: number): Promise<World> {
  const shipped = await shippedContent('sample', { cases: cases === AS_SHIPPED ? SAMPLE_CASES : cases })
  const snapshot = emptySnapshot(shipped.day, shipped.settings)
  snapshot.synonyms = shipped.synonyms
  for (const [table, rows] of Object.entries(shipped.tables))
    for (const row of rows) putRow(snapshot, table as never, row as never)
  return new World(snapshot)
}

/** Every searched record of a world, one after the other. */
export function* documentsOf(world: World): Generator<SearchDocument> {
  for (const table of SEARCHED_TABLES)
    for (const row of world.all(table)) yield searchDocumentOf(table, row as never, world)
}
