import { type AnyRow, namedBy, type TableName } from '#domain/records/snapshot'
import { REPORTED_METRIC_LABELS } from '#domain/vocabulary'
import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { countWords, dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { countOfRows, isNone, scopedWords } from '../lists/scopedCount.ts'
import { type FigureMark, reportedMark } from '../numbers/figureMark.ts'
import { sourceCredit, sourceName } from '../rows/sourceWords.ts'
import { dataFile, jsonPath, recordPath } from '../urls.ts'

/** So many of each kind of citing record are named; a number says how many more there are. */
const MOST = 50
type Citing = {
  label: string
  items: { href: string; title: string; sample: boolean }[]
  /** How many cite it, real and invented apart. */
  all: string
  more: string | null
}
export type SourceView = {
  frame: Frame
  name: string
  sample: boolean
  title: string | null
  publisher: string
  authors: string[]
  date: string
  description: string
  address: string | null
  figures: {
    label: string
    value: string
    unit: string
    mark: FigureMark
    scope: string
    asOf: string
    quotation: string | null
  }[]
  citing: Citing[]
  json: string
  csv: string
}

const pathOf = (slug: string) => recordPath('sources', slug)
const CITING = [
  ['cases', '事项'],
  ['practices', '做法'],
  ['pages', '页面'],
] as const

function citing(slug: string, world: World): Citing[] {
  return CITING.flatMap(([table, label]) => {
    const keys = citingKeys(table, slug, world)
    if (keys.length === 0) return []
    const items = keys.slice(0, MOST).map((key) => {
      const row = world.need(table, key)
      return { href: recordPath(table, key), title: row.title, sample: row.origin === 'sample' }
    })
    const counted = (of: readonly string[]) =>
      countOfRows(of.map((key) => ({ sample: world.need(table, key).origin === 'sample' })))
    const more = counted(keys.slice(MOST))
    return [
      {
        label,
        items,
        all: scopedWords(counted(keys), '处'),
        more: isNone(more) ? null : scopedWords(more, '处'),
      },
    ]
  })
}

function citingKeys(table: (typeof CITING)[number][0], slug: string, world: World): string[] {
  const rows = world.snapshot.tables[table] as Map<string, AnyRow>
  const cites = (row: AnyRow) =>
    namedBy(table as TableName, row as never).some((n) => n.table === 'sources' && n.key === slug)
  return [...rows]
    .filter(([, row]) => cites(row))
    .map(([key]) => key)
    .sort()
}

export const sourceKind: PageKind<SourceView> = {
  pattern: /^sources\/(?<slug>(?!index\.)[a-z0-9-]+)\.html$/,
  paths: ({ world }) => world.all('sources').map((s) => pathOf(s.slug)),
  view: ({ slug }, { world }) => {
    const s = world.get('sources', slug as string)
    if (!s) return null
    return {
      frame: frameOf(
        pathOf(s.slug),
        {
          title: sourceName(s, dateWords),
          description: `${sourceCredit(s, dateWords)}。${s.description}`,
          record: s,
        },
        world,
      ),
      name: sourceName(s, dateWords),
      sample: s.origin === 'sample',
      title: s.title ?? null,
      publisher: s.publisher,
      authors: s.authors,
      date: dateWords(s.date),
      description: s.description,
      address: s.address ?? null,
      figures: world
        .all('reported-figures')
        .filter((f) => f.source === s.slug)
        .map((f) => ({
          label: REPORTED_METRIC_LABELS[f.metric],
          value: countWords(f.value),
          unit: f.unit,
          mark: reportedMark(f.metric, f.value, f.unit, f.asOf, 'reported'),
          scope: f.scope,
          asOf: dateWords(f.asOf),
          quotation: f.quotation ?? null,
        })),
      citing: citing(s.slug, world),
      json: jsonPath('sources', s.slug),
      csv: dataFile('sources', 'csv'),
    }
  },
  affectedBy: ({ table, key, before, after }) => {
    if (table === 'sources') return [pathOf(key)]
    const named = [before, after].flatMap((row) => (row ? namedBy(table, row as never) : []))
    return [...new Set(named.filter((n) => n.table === 'sources').map((n) => pathOf(n.key)))]
  },
  countedToAsOf: () => [],
}
