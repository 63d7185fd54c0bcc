import type { Figure } from '#domain/figures/figure'
import type { Metric } from '#domain/figures/metrics'
import type { Part } from '#domain/figures/statistics'
import { datasetOf } from '#domain/published/datasets'
import type { Scope } from '#domain/scope'
import type { World } from '#domain/world/world'
import { figureParts, figureText, type Stat } from '../format.ts'
import type { ProofPiece } from './proofPiece.ts'

/**
 * Marks by which outsiders find a figure in the HTML: what it is, how it came about, and where its rows are. The element
 * that carries them prints `figureText` of their value, unit and stat, or in large type `figureParts` of them.
 */
export type FigureMark = Record<`data-${string}`, string | number>

/** Unit of a metric's value in a mark: of times and shares the exact one, of counts in words. */
function unitOf({ shape, unit }: Metric): string {
  if (shape === 'share') return 'percent'
  if (shape === 'count') return unit
  return unit === '小时' ? 'minutes' : 'days'
}

/** What the number of a metric says: of times there are two. */
function statOf({ shape }: Metric, isSlowest: boolean): Stat {
  return shape === 'time' ? (isSlowest ? 'p90' : 'median') : shape
}

/** A computed number as it is printed, with its marks. */
export type MarkedNumber = { number: string; unit: string; text: string; mark: FigureMark }

/**
 * A computed figure, or the slowest tenth of a time, as it is printed.
 * @param isSaid false where there are too few rows to say it: then it prints — and its mark has no value
 */
export function markedNumber(
  figure: Figure,
  scope: Scope,
  world: World,
  part: Part = 'all',
  { isSaid = true, isSlowest = false }: { isSaid?: boolean; isSlowest?: boolean } = {},
): MarkedNumber {
  const { metric, numerator, denominator } = figure
  const known = isSlowest ? figure.slowest : figure.value
  const value = isSaid ? known : null
  const [unit, stat] = [unitOf(metric), statOf(metric, isSlowest)]
  return {
    ...figureParts(value, unit, stat, metric.shape === 'share' ? denominator : undefined),
    text: figureText(value, unit, stat),
    mark: {
      'data-figure': metric.id,
      'data-kind': 'computed',
      'data-scope': part === 'all' ? scope : `${scope}/${part}`,
      'data-value': value ?? '',
      'data-unit': unit,
      'data-stat': stat,
      'data-as-of': world.asOf(scope),
      ...(metric.shape === 'share' ? { 'data-numerator': numerator, 'data-denominator': denominator } : {}),
      'data-rows': `data/${datasetOf(metric.table).id}.csv`,
      ...(scope === 'sample' ? { 'data-origin': 'sample' } : {}),
    },
  }
}

/** A figure with what stands behind it in one line: 66.67%（2/3）, or 5小时，最慢的十分之一不少于20小时. */
export function figureLine(
  metric: Metric,
  figure: Pick<Figure, 'value' | 'slowest' | 'numerator' | 'denominator'>,
): string {
  const said = (isSlowest: boolean) => {
    const value = isSlowest ? figure.slowest : figure.value
    return figureText(value, unitOf(metric), statOf(metric, isSlowest))
  }
  if (metric.shape === 'count') return said(false)
  if (metric.shape === 'share') return `${said(false)}（${figure.numerator}/${figure.denominator}）`
  return figure.value === null ? said(false) : `${said(false)}，最慢的十分之一不少于${said(true)}`
}

/** Marks of a computed figure. */
export function computedMark(figure: Figure, scope: Scope, world: World, part: Part = 'all'): FigureMark {
  return markedNumber(figure, scope, world, part).mark
}

/** Anchor of a figure on its page, the same on every page that prints it: `n-real-open`. */
export function figureAnchor(mark: FigureMark): string {
  const origin = mark['data-kind'] === 'computed' ? (mark['data-origin'] ?? 'real') : 'reported'
  return `n-${origin}-${mark['data-figure']}${mark['data-stat'] === 'p90' ? '-slowest' : ''}`
}

/** The addresses of figures on their page, for whoever quotes one. */
export function ownAddresses(figures: readonly { label: string; mark: FigureMark }[]): ProofPiece[] {
  return figures.map(({ label, mark }) => ({
    text: `“${label}”这个数的地址`,
    href: `#${figureAnchor(mark)}`,
    recount: true,
  }))
}

/** Marks of a figure that somebody published, or of one worked out from such figures; a share is in `percent`. */
export function reportedMark(
  id: string,
  value: number | '',
  unit: string,
  asOf: string,
  kind: 'reported' | 'derived',
  share?: { numerator: number; denominator: number },
): FigureMark {
  return {
    'data-figure': id,
    'data-kind': kind,
    'data-scope': 'real',
    'data-value': value,
    'data-unit': unit,
    'data-stat': share ? 'share' : 'count',
    'data-as-of': asOf,
    ...(share ? { 'data-numerator': share.numerator, 'data-denominator': share.denominator } : {}),
  }
}
