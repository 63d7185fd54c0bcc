import type { Duty, SiteSetting, Synonym } from '../payload-types.ts'
import { linesOf } from '../snapshot/reader.ts'

type Categories = NonNullable<SiteSetting['dutyCategories']>
type Groups = NonNullable<Synonym['groups']>

/** The words that came with the demonstration, and those that stay. */
export type SampleWords = {
  categories: { sample: Categories; kept: Categories }
  groups: { sample: Groups; kept: Groups }
}

/**
 * Tells the demonstration's words from the site's own. A category says so itself. A group of synonyms belongs to the
 * demonstration while it is, word for word, what an invented duty says of itself, and no other duty has that title.
 */
export function sampleWords(
  settings: Pick<SiteSetting, 'dutyCategories'>,
  synonyms: Pick<Synonym, 'groups'>,
  duties: readonly Pick<Duty, 'title' | 'wordings' | 'origin'>[],
): SampleWords {
  const lines = (text: string | null | undefined) => linesOf(text).join('\n')
  const real = new Set(duties.filter((d) => d.origin !== 'sample').map((d) => d.title))
  const invented = new Map(
    duties
      .filter((d) => d.origin === 'sample' && !real.has(d.title))
      .map((d) => [d.title, lines(d.wordings)] as const),
  )
  const categories = Object.groupBy(settings.dutyCategories ?? [], (c) =>
    c.origin === 'sample' ? 'sample' : 'kept',
  )
  const groups = Object.groupBy(synonyms.groups ?? [], (g) =>
    invented.get(g.term) === lines(g.words) ? 'sample' : 'kept',
  )
  return {
    categories: { sample: categories.sample ?? [], kept: categories.kept ?? [] },
    groups: { sample: groups.sample ?? [], kept: groups.kept ?? [] },
  }
}
