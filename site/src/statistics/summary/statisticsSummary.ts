import type { MetricId } from '#domain/figures/metrics'
import type { Context } from '../../context.ts'
import type { FigureMark } from '../../numbers/figureMark.ts'
import { scopeFigures } from '../../numbers/scopeFigures.ts'
import { figurePath } from '../../urls.ts'
import type { ComparisonView } from '../comparison.ts'

/** A number of the summary as it stands in large type; null where its column does not tell it. */
type SummaryCell = { number: string; unit: string; mark: FigureMark; open: boolean } | null
type SummaryRow = { label: string; href: string; cells: SummaryCell[] }
/** What the page of statistics says in one screen: a row a figure, a column a published count or a scope. */
export type StatisticsSummary = {
  heads: { label: string; sample: boolean }[]
  rows: SummaryRow[]
  asOf: string
}

/** What is asked first, in the order in which it is asked. Of a time it is the median. */
const ASKED: readonly { id: MetricId; label: string }[] = [
  { id: 'whistles', label: '吹哨' },
  { id: 'open', label: '还没解决' },
  { id: 'resolved', label: '已经解决' },
  { id: 'arrival-on-time', label: '按时到场' },
  { id: 'arrival-time', label: '到场中位' },
  { id: 'closure-time', label: '结案中位' },
  { id: 'satisfaction', label: '过半满意' },
]

/** The summary; a figure that no column can tell is left out. Null while nothing is published. */
export function statisticsSummary(
  compared: ComparisonView | null,
  context: Context,
): StatisticsSummary | null {
  const scopes = scopeFigures(
    ASKED.map(({ id }) => id),
    'all',
    context,
  )
  if (scopes.length === 0) return null
  const rows = ASKED.map(({ id, label }, i): SummaryRow => {
    const cells = scopes.map((of): SummaryCell => {
      const figure = of.figures[i]
      if (!figure?.enough || (figure.rows === 0 && id !== 'open' && id !== 'resolved')) return null
      const { number, unit, mark } = figure
      return { number, unit, mark, open: id === 'open' && number !== '0' }
    })
    return {
      label,
      href: figurePath(id),
      cells: compared ? [reportedCell(id, compared), ...cells] : cells,
    }
  })
  return {
    heads: [
      ...(compared ? [{ label: '通报数字', sample: false }] : []),
      ...scopes.map(({ label, sample }) => ({ label, sample })),
    ],
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== null)),
    asOf: scopes
      .map((of) => of.asOf)
      .sort()
      .at(-1) as string,
  }
}

function reportedCell(id: MetricId, { rows }: ComparisonView): SummaryCell {
  const row = rows.find(({ marks }) => marks.counted['data-figure'] === id)
  if (!row) return null
  return {
    number: String(row.reported),
    unit: '件',
    mark: row.marks.reported,
    open: id === 'open' && row.reported > 0,
  }
}
