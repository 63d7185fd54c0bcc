import { addressOf } from './addresses.ts'
import type { Case } from './case.ts'
import { departmentsOf } from './case.ts'
import { FACETS } from './facets.ts'
import type { Row, TableName } from './snapshot.ts'
import { CASE_STATE_LABELS } from './vocabulary.ts'
import { scopeOf, type World } from './world.ts'

/** What the search index is fed of one record, and what a hit shows. */
export type SearchRecord = {
  /** Address relative to the root of the site. */
  url: string
  content: string
  meta: Record<string, string>
  /** Words to filter by, under their Chinese labels. */
  filters: Record<string, string[]>
}

export const SEARCHED_TABLES = ['cases', 'duties', 'practices', 'departments'] as const satisfies TableName[]
export type SearchedTable = (typeof SEARCHED_TABLES)[number]

/** Label of the filter that tells the kinds of record apart. */
export const KIND_FILTER = '类型'
/** Value of that filter for items of the duty list. */
export const DUTY_KIND = '权责'
const KIND_LABELS: Record<SearchedTable, string> = {
  cases: '事项',
  duties: DUTY_KIND,
  practices: '做法',
  departments: '部门',
}

/** Above so many cases the index holds titles, numbers, duty words and facets, and no descriptions (4 GB of memory). */
const DESCRIBED_UP_TO = 12_000
/** Facets that a search filter offers; the others are single pages with one value a case. */
const FILTERED = ['state', 'kind', 'urgency', 'category', 'area', 'department', 'year-month', 'origin']

/** Whether the index of so many cases holds their descriptions. */
export function isDescribed(cases: number): boolean {
  return cases <= DESCRIBED_UP_TO
}

/**
 * The record of one row for the search index.
 * @param world holds what rows name: areas, departments, duties; the cases themselves need not be in it
 * @param described whether the texts of a case go in
 */
export function searchRecordOf<T extends SearchedTable>(
  table: T,
  row: Row<T>,
  world: World,
  described: boolean,
): SearchRecord {
  const key = table === 'cases' ? 'reference' : table === 'duties' ? 'code' : 'slug'
  const { title, words, filters, meta } = partsOf(table, row as never, world, described)
  const id = (row as Record<string, unknown>)[key] as string
  return {
    url: addressOf(table, id) as string,
    content: [title, id, ...words].filter(Boolean).join('。'),
    meta: {
      title,
      kind: KIND_LABELS[table],
      number: table === 'cases' || table === 'duties' ? id : '',
      sample: scopeOf(row) === 'sample' ? '演示' : '',
      ...meta,
    },
    filters: { [KIND_FILTER]: [KIND_LABELS[table]], ...filters },
  }
}

type Parts = {
  title: string
  words: string[]
  filters: Record<string, string[]>
  meta: Record<string, string>
}

function partsOf(table: SearchedTable, row: never, world: World, described: boolean): Parts {
  switch (table) {
    case 'cases':
      return caseParts(row, world, described)
    case 'duties':
      return dutyParts(row, world)
    case 'practices': {
      const p = row as Row<'practices'>
      const words = [p.place, p.summary, p.problem ?? '', ...p.steps, p.result ?? '', ...p.needs]
      return {
        title: p.title,
        words,
        filters: {},
        meta: { place: p.place, state: '', about: beginningOf(p.summary) },
      }
    }
    case 'departments': {
      const d = row as Row<'departments'>
      const led = world.all('duties').filter((x) => x.lead === d.slug || x.responsible.includes(d.slug))
      return {
        title: d.name,
        words: [d.shortName, ...led.map((x) => x.title)],
        filters: {},
        meta: { place: '', state: '' },
      }
    }
  }
}

function caseParts(c: Case, world: World, described: boolean): Parts {
  const areas = world.areaPath(c.area).map((slug) => world.need('areas', slug).name)
  const duties = c.duties.map((code) => world.need('duties', code))
  const filters: Record<string, string[]> = {}
  for (const facet of FACETS) {
    if (!FILTERED.includes(facet.id)) continue
    const values = facet.valuesOf(c, world).map((v) => facet.labelOf(v, world))
    if (values.length > 0) filters[facet.label] = values
  }
  return {
    title: c.title,
    words: described
      ? [
          ...areas,
          c.place ?? '',
          ...duties.flatMap((d) => [d.title, ...d.wordings]),
          ...departmentsOf(c).map((slug) => world.need('departments', slug).name),
          c.description,
          c.outcome ?? '',
          c.openReason ?? '',
          ...c.timeline.map((e) => e.text ?? ''),
        ]
      : duties.map((d) => d.title),
    filters,
    meta: {
      place: areas.slice(0, 2).reverse().join(''),
      state: CASE_STATE_LABELS[c.status],
      // What a hit shows is searched too, so it costs the index as much as any other text.
      about: described ? beginningOf(c.description) : '',
    },
  }
}

/** Characters of a text that a hit shows under its title. */
const ABOUT = 60

function beginningOf(text: string): string {
  return text.length > ABOUT ? `${text.slice(0, ABOUT)}……` : text
}

function dutyParts(d: Row<'duties'>, world: World): Parts {
  const lead = world.need('departments', d.lead).name
  const category = FACETS.find((f) => f.id === 'category')
  return {
    title: d.title,
    words: [...d.wordings, d.covers ?? '', d.excludes ?? '', lead],
    filters: category ? { [category.label]: [category.labelOf(String(d.category), world)] } : {},
    meta: {
      place: `牵头部门：${lead}`,
      state: '',
      about: d.covers ? beginningOf(d.covers) : '',
    },
  }
}
