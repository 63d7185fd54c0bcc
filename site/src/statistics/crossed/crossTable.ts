import type { Figure } from '#domain/figures/figure'
import type { Dimension, Metric } from '#domain/figures/metrics'
import type { PairPart } from '#domain/figures/pairs'
import { INDEX_OF, listOf } from '#domain/figures/rowLists'
import type { Part } from '#domain/figures/statistics'
import type { Scope } from '#domain/scope'
import type { World } from '#domain/world/world'
import { listOfCases } from '../../cases/caseListOf.ts'
import type { Context } from '../../context.ts'
import { dateWords, shortDateWords } from '../../format.ts'
import { fitsOnFirstPage } from '../../lists/longList.ts'
import { casesHref } from '../../numbers/casesHref.ts'
import { type FigureMark, markedNumber } from '../../numbers/figureMark.ts'
import { howCounted, type ProofPiece } from '../../numbers/proofPiece.ts'
import { filterWords, rowsFile } from '../../numbers/rowsLink.ts'
import { figurePath } from '../../urls.ts'
import { MISSING, type NamedKey, namedKeys } from '../figureSplits.ts'
import { changesLater, isYoung, YOUNG_MARK, YOUNG_WORDS } from '../youngMonths.ts'

/** One cell: what is said of it, and the rows that it is said of; no mark where nothing was counted. */
export type CrossCell = { text: string; rows: string; mark: FigureMark | null; href: string | null }
export type CrossRow = { label: string; href: string | null; cells: CrossCell[]; total: CrossCell }
export type CrossTable = {
  columns: { label: string; href: string | null }[]
  rows: CrossRow[]
  /** The columns as a whole, and everything. */
  totals: CrossRow
  notes: string[]
  proof: ProofPiece[]
}
/** How two dimensions stand: the longer one goes down the page. */
export type Crossing = {
  rows: Dimension
  columns: Dimension
  name: (row: string, column: string) => PairPart
}

/** Months told one by one: a year. */
const MOST_MONTHS = 12

/** A metric over two dimensions in one scope; null where no cell has anything to say. */
export function crossTable(
  metric: Metric,
  crossing: Crossing,
  scope: Scope,
  context: Context,
): CrossTable | null {
  const figureOf = (part: Part) => context.statistics.figure(metric, scope, part)
  const known = (dimension: Dimension) => {
    const all = namedKeys(dimension, scope, context).filter(
      ({ key }) => figureOf(`${dimension}:${key}`).denominator > 0,
    )
    return dimension === 'month' ? all.slice(-MOST_MONTHS).map(shortMonth) : all
  }
  const [down, across] = [known(crossing.rows), known(crossing.columns)]
  if (down.length === 0 || across.length === 0) return null
  const isMarked = ({ key }: NamedKey) =>
    crossing.columns === 'month' && changesLater(metric) && isYoung(key, context.world.asOf(scope))
  const linkOf = (dimension: Dimension, key: string) => listHref(dimension, key, context)
  const cell = (part: Part, href: string | null) => cellOf(figureOf(part), part, scope, href, context)
  const rows = down.map(
    (row): CrossRow => ({
      label: row.label,
      href: linkOf(crossing.rows, row.key),
      cells: across.map((column) =>
        cell(
          crossing.name(row.key, column.key),
          cutHref(crossing, { metric, scope, row: row.key, column: column.key }, context),
        ),
      ),
      total: cell(`${crossing.rows}:${row.key}`, null),
    }),
  )
  if (rows.every((row) => row.cells.every((c) => c.mark === null || c.mark['data-value'] === ''))) return null
  return {
    columns: across.map((c) => ({
      label: `${c.label}${isMarked(c) ? YOUNG_MARK : ''}`,
      href: linkOf(crossing.columns, c.key),
    })),
    rows,
    totals: {
      label: '合计',
      href: null,
      cells: across.map((column) => cell(`${crossing.columns}:${column.key}`, null)),
      total: cell('all', null),
    },
    notes: [
      ...(across.some(isMarked) ? [`${YOUNG_WORDS}。`] : []),
      ...notesOf(metric, crossing, { down, across }, figureOf),
    ],
    proof: [
      ...(metric.shape === 'count'
        ? []
        : [{ text: `不到${metric.minimum}${unitWords(metric)}的格不算，只写个数` }]),
      { text: '每行、每列的名称通到它的清单，一格是两张清单里都有的' },
      { text: cutWords(metric, crossing), recount: true },
      { text: `截至${dateWords(context.world.asOf(scope))}` },
      howCounted(figurePath(metric.id)),
    ],
  }
}

const unitWords = (metric: Metric) => (metric.table === 'cases' ? '件' : '次')

/** A month without its year, which stands at the first one and at every January. */
function shortMonth({ key, label }: NamedKey, at: number): NamedKey {
  return { key, label: at === 0 || key.endsWith('-01') ? label : shortDateWords(key) }
}

function cellOf(
  figure: Figure,
  part: Part,
  scope: Scope,
  href: string | null,
  { world }: Context,
): CrossCell {
  const { metric, numerator, denominator, values } = figure
  if (denominator === 0)
    return { text: metric.shape === 'count' ? '0' : '—', rows: '', mark: null, href: null }
  const known = metric.shape === 'time' ? values.length : denominator
  const isSaid = metric.shape === 'count' || known >= metric.minimum
  const { number, text, mark } = markedNumber(figure, scope, world, part, { isSaid })
  return {
    text: metric.shape === 'count' ? number : text,
    rows:
      metric.shape === 'count' ? '' : metric.shape === 'time' ? `${known}件` : `${numerator}÷${denominator}`,
    mark,
    href,
  }
}

function listHref(dimension: Dimension, key: string, { world }: Context): string | null {
  return casesHref(INDEX_OF[dimension], key, world)
}

type CellOf = { metric: Metric; scope: Scope; row: string; column: string }

/** The list of the row cut to the month of the column; where no page is cut that way, the file of the rows of the row or of the column. */
function cutHref(crossing: Crossing, cell: CellOf, { world }: Context): string | null {
  const { rows, columns } = crossing
  if (rows === 'department' && columns === 'month' && cell.metric.table === 'cases') {
    const { all } = listOfCases({ facet: 'department', value: cell.row }, world)
    if (all.rows.inMonth(cell.column).length > 0)
      return fitsOnFirstPage(all.rows) ? all.pathOf() : all.pathOf(cell.column)
  }
  return fileOf(crossing, 'rows', cell, world) ?? fileOf(crossing, 'columns', cell, world)
}

/** The file of the rows that stand behind a whole row or column of a table; null where there are too many. */
function fileOf(crossing: Crossing, side: 'rows' | 'columns', cell: CellOf, world: World): string | null {
  const part: Part = `${crossing[side]}:${side === 'rows' ? cell.row : cell.column}`
  const list = listOf(cell.metric, cell.scope, part)
  return list && rowsFile(list, world)
}

/** How the rows of a cell are cut out of the file that its link leads to: by the column that holds the other dimension. */
function cutWords({ table }: Metric, { rows, columns }: Crossing): string {
  const words = (d: Dimension) => filterWords(d, table, `${MISSING[d]}的代号`)
  return `格里的链接通到一份CSV的，文件名是这一行的，留下${words(columns)}的行；文件名是这一列的，留下${words(rows)}的行`
}

/** Why cells do not add up to the totals beside and below them, and only where they do not. */
function notesOf(
  metric: Metric,
  { rows, columns, name }: Crossing,
  { down, across }: { down: readonly NamedKey[]; across: readonly NamedKey[] },
  figureOf: (part: Part) => Figure,
): string[] {
  const beyond = new Set<string>()
  const compare = (cells: readonly Part[], total: Part, dimension: Dimension) => {
    const sum = cells.reduce((all, part) => all + figureOf(part).denominator, 0)
    const whole = figureOf(total).denominator
    if (sum > whole) beyond.add(`${dimension} more`)
    if (sum < whole) beyond.add(`${dimension} less`)
  }
  for (const row of down)
    compare(
      across.map((column) => name(row.key, column.key)),
      `${rows}:${row.key}`,
      columns,
    )
  for (const column of across)
    compare(
      down.map((row) => name(row.key, column.key)),
      `${columns}:${column.key}`,
      rows,
    )
  const said = [rows, columns].flatMap((d) => [
    ...(beyond.has(`${d} more`)
      ? ['一件事叫了几个部门，就在几个部门下各算一次，所以各部门加起来比合计多。']
      : []),
    ...(beyond.has(`${d} less`)
      ? [
          d === 'month'
            ? '合计里还有更早的和月份没有公布的，所以各月加起来比合计少。'
            : `没有写${MISSING[d]}的只在合计里，所以各格加起来比合计少。`,
        ]
      : []),
  ])
  return [
    ...new Set(said),
    ...(metric.shape === 'count' ? [] : ['率和中位不能相加，合计由合计的行另算。']),
    ...(rows === 'department' ? ['部门按名称拼音排，不是名次。'] : []),
  ]
}
