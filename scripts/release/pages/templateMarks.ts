import { oneSpelling } from '#domain/private/oneSpelling'
import { certainFields } from '#domain/private/privateFields'
import { findOnPage } from '#domain/private/privateMarks'
import { TABLE_NAMES } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'
import type { PageMark } from '../workers/releaseThreads.ts'

/** The first private number that stands plainly in a page, as a list of one or none. */
export function marksOf(path: string, html: string): PageMark[] {
  const mark = findOnPage(html)
  return mark ? [{ path, mark }] : []
}

/**
 * Sentences about private numbers in pages that no record has brought: a template has them. Records were looked at
 * when they were published, and more closely; one that was public before that rule stays, and this holds it not back.
 */
export function faultsOfTemplates(marks: readonly PageMark[], world: World): string[] {
  if (marks.length === 0) return []
  const { tables, settings, synonyms } = world.snapshot
  const records = [...TABLE_NAMES.flatMap((table) => [...tables[table].values()]), settings, synonyms]
  const brought = new Set(records.flatMap(certainFields).map(({ span }) => oneSpelling(span.text)))
  return marks
    .filter(({ mark }) => !brought.has(mark.text))
    .map(({ path, mark }) => `${path} 里${mark.sentence}`)
}
