import { FIELD_TYPE_LABELS, type FieldWords } from '#domain/field'
import { METRICS } from '#domain/figures/metrics'
import { ROW_LISTS_FILE } from '#domain/figures/rowLists'
import { DATASETS } from '#domain/published/datasets'
import type { AnyRow, Row } from '#domain/records/snapshot'
import { SCOPES, scopeOf } from '#domain/scope'
import { ENOUGH_HOUSEHOLDS } from '#domain/world/publicPlace'
import type { World } from '#domain/world/world'
import type { PageKind } from '../context.ts'
import { dateWords } from '../format.ts'
import { type Frame, frameOf } from '../frame/frame.ts'
import { dataFile, figurePath, sectionPath } from '../urls.ts'

export type DataTable = {
  id: string
  label: string
  rowIs: string
  real: number
  sample: number
  csv: string
  json: string
  columns: { name: string; title: string; type: string; description: string }[]
}
export type DataView = {
  frame: Frame
  asOf: string
  sampleAsOf: string
  tables: DataTable[]
  /** One worked example of counting a figure from its columns. */
  metrics: { id: string; label: string; table: string; href: string }[]
  dictionary: string
  release: string
  rowLists: string
  /** How finely the place of a resident's case is told, and how many real cases are told further up for it. */
  places: { households: number; raised: number; column: string }
  /** How the data may be used; null where nobody has said. */
  licence: { name: string; href: string | null } | null
}

const path = () => sectionPath('data')

function licenceOf({ snapshot }: World): DataView['licence'] {
  const { licence, licenceUrl } = snapshot.settings
  return licence ? { name: licence, href: licenceUrl ?? null } : null
}

function rowsIn(
  id: string,
  table: (typeof DATASETS)[number]['table'],
  world: World,
  sample: boolean,
): number {
  if (table === 'cases') {
    const scope = sample ? 'sample' : 'real'
    return id === 'events' ? world.cases.events(scope) : world.cases.total(scope)
  }
  let count = 0
  for (const row of (world.snapshot.tables[table] as Map<string, AnyRow>).values())
    if ((scopeOf(row) === 'sample') === sample) count++
  return count
}

/** A column as readers are told of it, with its unit and every code that it may hold. */
function columnWords({
  name,
  title,
  description,
  type,
  unit,
  values,
}: FieldWords): DataTable['columns'][number] {
  const codes = Object.entries(values ?? {}).map(([code, words]) => `${code} ${words}`)
  return {
    name,
    title,
    type: FIELD_TYPE_LABELS[type] + (unit ? `，${unit}` : ''),
    description: codes.length > 0 && type !== 'boolean' ? `${description}${codes.join('、')}。` : description,
  }
}

export const dataKind: PageKind<DataView> = {
  pattern: /^data\/index\.html$/,
  paths: () => [path()],
  view: (_params, { world }) => {
    const tables = DATASETS.map((d) => ({
      id: d.id,
      label: d.label,
      rowIs: d.rowIs,
      real: rowsIn(d.id, d.table, world, false),
      sample: rowsIn(d.id, d.table, world, true),
      csv: dataFile(d.id, 'csv'),
      json: dataFile(d.id, 'json'),
      columns: d.columns.map(columnWords),
    }))
    return {
      frame: frameOf(
        path(),
        {
          title: '开放数据',
          description: `${tables.length}张表，每一列什么意思，怎样下载，怎样核对。`,
          demo: tables.some((t) => t.sample > 0)
            ? '表里来历（origin）写着 sample 的行是虚构的，不是真实情况；用之前请先筛掉。'
            : false,
        },
        world,
      ),
      asOf: dateWords(world.asOf(SCOPES[0])),
      sampleAsOf: dateWords(world.asOf(SCOPES[1])),
      tables,
      metrics: METRICS.map((m) => ({
        id: m.id,
        label: m.label,
        table: DATASETS.find((d) => d.id === m.table)?.label ?? m.table,
        href: figurePath(m.id),
      })),
      dictionary: 'data/dictionary.json',
      release: 'release.json',
      rowLists: ROW_LISTS_FILE,
      places: {
        households: world.snapshot.settings.smallPlace ?? ENOUGH_HOUSEHOLDS,
        raised: world.cases.raised('real'),
        column: 'placeRaised' satisfies keyof Row<'cases'>,
      },
      licence: licenceOf(world),
    }
  },
  affectedBy: () => [path()],
  countedToAsOf: () => [path()],
}
