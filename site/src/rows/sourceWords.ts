import type { Row } from '#domain/records/snapshot'
import type { World } from '#domain/world/world'

/** A source as a page names it: what it is, linked to its own page. */
export type SourceLine = { href: string; name: string; credit: string; description: string; sample: boolean }

/** Name of a source: its own title where known, otherwise publisher and time. */
export function sourceName(source: Row<'sources'>, dateWords: (date: string) => string): string {
  return source.title ? `《${source.title}》` : `${source.publisher}，${dateWords(source.date)}`
}

/** Who published it, who wrote it and when, as far as known. */
export function sourceCredit(source: Row<'sources'>, dateWords: (date: string) => string): string {
  const by = source.authors.length > 0 ? `，${source.authors.join('、')}` : ''
  return `${source.publisher}${by}，${dateWords(source.date)}`
}

/** Lines of the sources that a record names. */
export function sourceLines(
  keys: readonly string[],
  world: World,
  dateWords: (date: string) => string,
): SourceLine[] {
  return keys.map((key) => {
    const s = world.need('sources', key)
    return {
      href: `sources/${key}.html`,
      name: sourceName(s, dateWords),
      credit: sourceCredit(s, dateWords),
      description: s.description,
      sample: s.origin === 'sample',
    }
  })
}
