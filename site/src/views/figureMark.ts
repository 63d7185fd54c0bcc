import { DATASETS } from '#domain/datasets'
import type { Figure } from '#domain/figure'
import type { Part } from '#domain/statistics'
import type { Scope, World } from '#domain/world'

/** Marks by which outsiders find a figure in the HTML: what it is, how it came about, and where its rows are. */
export type FigureMark = Record<`data-${string}`, string | number>

/** Marks of a computed figure. */
export function computedMark(figure: Figure, scope: Scope, world: World, part: Part = 'all'): FigureMark {
  const { metric, value, numerator, denominator } = figure
  const table = DATASETS.find((d) => d.id === metric.table)?.id as string
  return {
    'data-figure': metric.id,
    'data-kind': 'computed',
    'data-scope': part === 'all' ? scope : `${scope}/${part}`,
    'data-value': value ?? '',
    'data-as-of': world.asOf(scope),
    ...(metric.shape === 'share' ? { 'data-numerator': numerator, 'data-denominator': denominator } : {}),
    'data-rows': `data/${table}.csv`,
    ...(scope === 'sample' ? { 'data-origin': 'sample' } : {}),
  }
}

/** Marks of a figure that somebody published, or of one worked out from such figures. */
export function reportedMark(
  id: string,
  value: number,
  asOf: string,
  kind: 'reported' | 'derived',
  share?: { numerator: number; denominator: number },
): FigureMark {
  return {
    'data-figure': id,
    'data-kind': kind,
    'data-scope': 'real',
    'data-value': value,
    'data-as-of': asOf,
    ...(share ? { 'data-numerator': share.numerator, 'data-denominator': share.denominator } : {}),
  }
}
