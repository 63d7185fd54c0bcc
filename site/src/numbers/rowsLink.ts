import type { Dimension, MetricTable } from '#domain/figures/metrics'
import { keyedPart, ROW_LISTS_FILE, type RowList, rowFileTime, rowListPath } from '#domain/figures/rowLists'
import { datasetOf } from '#domain/published/datasets'
import type { World } from '#domain/world/world'
import { dataFile } from '../urls.ts'
import { type ProofPiece, tableFile } from './proofPiece.ts'

/** Address of the file that holds exactly the rows of a list; null where there are too many of them for one. */
export function rowsFile(list: RowList, world: World): string | null {
  return rowFileTime(list, world) === 'never' ? null : rowListPath(list)
}

/**
 * Where the rows of a list are: its own file, or the table with the columns by which it is cut, in words; both where
 * the file follows the page.
 */
export function rowsPieces(list: RowList, world: World): ProofPiece[] {
  const time = rowFileTime(list, world)
  const own: ProofPiece = { text: '这些行（CSV）', href: rowListPath(list), recount: true }
  const late: ProofPiece = { text: '比页面晚几秒，晚到的写在这里', href: ROW_LISTS_FILE, recount: true }
  if (time === 'with-pages') return [own]
  return [...(time === 'follows' ? [own, late] : []), ...wholePieces(list, world)]
}

function wholePieces(list: RowList, world: World): ProofPiece[] {
  const { id } = datasetOf(list.table)
  const keyed = keyedPart(list.part)
  const filters = [
    ...(keyed ? [filterWords(keyed.dimension, list.table, withMerged(list, world))] : []),
    list.scope === 'sample' ? 'origin为sample' : 'origin不是sample',
  ]
  return [{ text: `在${id}.csv里，${filters.join('，')}`, recount: true }, tableFile(dataFile(id, 'csv'))]
}

/** The key of a part in words, with those of what was merged into it: rows name them as they were. */
export function withMerged({ part }: Pick<RowList, 'part'>, { succession }: World): string {
  const keyed = keyedPart(part)
  if (!keyed) return ''
  const { dimension, key } = keyed
  const table = dimension === 'department' ? 'departments' : dimension === 'area' ? 'areas' : null
  return [key, ...(table ? succession[table].mergedInto(key) : [])].join('或')
}

const inCases = (table: MetricTable, filter: string) =>
  table === 'events' ? `所属事项（cases.csv）的${filter}` : filter

const FILTERS: Record<Dimension, (table: MetricTable, key: string) => string> = {
  category: (_table, key) => `category为${key}`,
  duty: (table, key) => inCases(table, `duties含${key}`),
  area: (table, key) => inCases(table, `area为${key}或它下面的地方`),
  department: (table, key) =>
    table === 'events'
      ? `department为${key}`
      : table === 'notices'
        ? `recipient为${key}`
        : `lead或departments含${key}`,
  town: (_table, key) => `town为${key}`,
  urgency: (_table, key) => `urgency为${key}`,
  kind: (table, key) => (table === 'events' ? `whistleKind为${key}` : `kind为${key}`),
  month: (table, key) => (table === 'notices' ? `issuedOn在${key}` : `month为${key}`),
}

/** By which column of a table, in words, the rows of a key of a dimension are told. */
export function filterWords(dimension: Dimension, table: MetricTable, key: string): string {
  return FILTERS[dimension](table, key)
}
