import { metricOf } from '#domain/figures/metrics'
import type { Part } from '#domain/figures/statistics'
import type { Scope } from '#domain/scope'
import { DUTY_CATEGORY_NUMBERS } from '#domain/vocabulary'
import { categoryTitle } from '#domain/world/facets'
import type { Context } from '../context.ts'
import { type SpreadStrip, spreadStrip } from '../drawing/spreadStrip.ts'
import { dateWords } from '../format.ts'
import { computedMark, type FigureMark, markedNumber } from '../numbers/figureMark.ts'
import { howCounted, type ProofPiece } from '../numbers/proofPiece.ts'
import { rowsPieces } from '../numbers/rowsLink.ts'
import { facetPath, figurePath } from '../urls.ts'

export type CategoryRow = {
  label: string
  href: string | null
  whistles: { text: string; mark: FigureMark | null }
  open: { text: string; mark: FigureMark | null; any: boolean }
  middle: { text: string; mark: FigureMark | null }
  strip: SpreadStrip | null
}
export type CategoryTable = {
  rows: CategoryRow[]
  /** End of the axis of the strips in hours; null where no category has enough arrivals. */
  axis: number | null
  proof: ProofPiece[]
}

/** Cases of a scope by duty category, with the spread of arrival times; null while no category is known. */
export function categoryTable(scope: Scope, context: Context): CategoryTable | null {
  const { world, statistics } = context
  const parts = DUTY_CATEGORY_NUMBERS.map((n): [number, Part] => [n, `category:${n}`]).filter(([, part]) =>
    statistics.has(scope, part),
  )
  if (parts.length === 0) return null
  const arrival = (part: Part) => statistics.figure(metricOf('arrival-time'), scope, part)
  const told = parts.map(([, part]) => arrival(part)).filter((f) => f.values.length >= f.metric.minimum)
  const axis = told.length > 0 ? axisHours(Math.max(...told.map((f) => f.slowest ?? 0))) : null
  const rows = parts.map(([number, part]): CategoryRow => {
    const [whistles, open, time] = [
      statistics.figure(metricOf('whistles'), scope, part),
      statistics.figure(metricOf('open'), scope, part),
      arrival(part),
    ]
    const enough = time.values.length >= time.metric.minimum
    return {
      label: categoryTitle(number, world),
      href: facetPath('category', String(number)),
      whistles: { text: String(whistles.numerator), mark: computedMark(whistles, scope, world, part) },
      open: {
        text: String(open.numerator),
        mark: computedMark(open, scope, world, part),
        any: open.numerator > 0,
      },
      middle: markedNumber(time, scope, world, part, { isSaid: enough }),
      strip: enough && axis ? spreadStrip(time.values, time.metric.unit, axis * 60) : null,
    }
  })
  const rest = restRow(rows, scope, context)
  const all = rest ? [...rows, rest] : rows
  const total = statistics.figure(metricOf('whistles'), scope).numerator
  return {
    rows: all,
    axis,
    proof: [
      { text: `${all.map((r) => r.whistles.text).join('＋')} ＝ ${total}` },
      { text: '按主要的一项权责归类' },
      { text: `到场不到${metricOf('arrival-time').minimum}次的，不算中位` },
      { text: `截至${dateWords(world.asOf(scope))}` },
      howCounted(figurePath('arrival-time')),
      ...rowsPieces({ table: 'cases', scope, part: 'all' }, world),
    ],
  }
}

/** The next whole day after the slowest of the slowest tenths. */
function axisHours(minutes: number): number {
  return Math.max(24, Math.ceil(minutes / 60 / 24) * 24)
}

function restRow(rows: readonly CategoryRow[], scope: Scope, { statistics }: Context): CategoryRow | null {
  const total = (id: 'whistles' | 'open') => statistics.figure(metricOf(id), scope).numerator
  const sum = (of: (row: CategoryRow) => string) => rows.reduce((all, r) => all + Number(of(r)), 0)
  const whistles = total('whistles') - sum((r) => r.whistles.text)
  if (whistles === 0) return null
  const open = total('open') - sum((r) => r.open.text)
  return {
    label: '没有大类的',
    href: null,
    whistles: { text: String(whistles), mark: null },
    open: { text: String(open), mark: null, any: open > 0 },
    middle: { text: '—', mark: null },
    strip: null,
  }
}
